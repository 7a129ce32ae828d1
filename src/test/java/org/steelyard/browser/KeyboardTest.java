package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.DemoCase;

/** Pages by the keyboard alone: whatever has the focus is seen to have it. */
@Tag("outer")
class KeyboardTest {
    private static final int STOPS = 400;

    /** What of an element that has the focus a reader sees: its name, whether it is in the window, and what surrounds it. */
    private static final String FOCUSED = """
            (() => {
              const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
              const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
              const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
              return (inside && marked ? 'seen ' : 'unseen ') + one.cloneNode(false).outerHTML.slice(0, 200);
            })()""";

    private static String key = "";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @BeforeAll
    static void importCase() {
        key = DemoCase.imported("durability");
    }

    /** Tabs on until the element that is selected so has the focus; every stop on the way must be seen. */
    private static void tabTo(Visitor visitor, String selector) {
        List<String> unseen = new ArrayList<>();
        for (int stop = 0; stop < STOPS; stop++) {
            visitor.press("Tab");
            String focused = visitor.run(FOCUSED).toString();
            if (focused.startsWith("unseen")) {
                unseen.add(focused);
            }
            if (Boolean.TRUE.equals(visitor.run("document.activeElement.matches(\"" + selector + "\")"))) {
                assertThat(unseen).as("stops with the focus that nobody sees").isEmpty();
                return;
            }
        }
        throw new AssertionError(selector + " is not reached by the keyboard on " + visitor.address());
    }

    @Test
    void the_first_stop_leads_past_the_navigation() {
        var visitor = visitors.signedIn("an1").open("/a/" + key);
        tabTo(visitor, ".skip");
        visitor.press("Enter");
        visitor.press("Tab");

        assertThat(visitor.run("document.activeElement.closest('main') !== null"))
                .isEqualTo(true);
    }

    @Test
    void the_navigation_leads_on() {
        var visitor = visitors.signedIn("an1").open("/");
        tabTo(visitor, "nav [href='/portfolio']");
        visitor.press("Enter");

        visitor.awaitAddress(address -> address.equals("/portfolio"));
        assertThat(visitor.first("h1")).isVisible();
    }

    @Test
    void the_time_control_takes_a_day_and_leads_back_to_now() {
        var visitor = visitors.signedIn("an1").open("/a/" + key);
        tabTo(visitor, "[name=effectiveDay]");
        visitor.page().keyboard().type("03142025");
        visitor.press("Enter");

        visitor.awaitAddress(address -> address.endsWith("?effectiveAt=2025-03-14T23:59:59.999999Z"));
        tabTo(visitor, ".band a:not([data-copied])");
        visitor.press("Enter");
        visitor.awaitAddress(address -> address.equals("/a/" + key));
    }

    @Test
    void a_comment_is_written_and_recorded() {
        var visitor = visitors.signedIn("admin").open("/a/" + key + "/comment");
        tabTo(visitor, "textarea[name=text]");
        visitor.page().keyboard().type("Written without a mouse.");
        tabTo(visitor, "main [type=submit]");
        visitor.press("Enter");

        visitor.awaitAddress(address -> !address.endsWith("/comment"));
        visitor.open("/a/" + key + "/log");
        assertThat(visitor.first("main")).containsText("Written without a mouse.");
    }
}
