package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.DemoCase;

/** An analyst judges by the keyboard alone: by number, by slider, by word; and says what changed when judging again. */
@Tag("outer")
class JudgeInBrowserTest {
    private static String key = "";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @BeforeAll
    static void importCase() {
        key = DemoCase.imported("durability");
    }

    private static Locator within(Visitor visitor, int share, String selector) {
        return visitor.page().locator("[data-share]").nth(share).locator(selector);
    }

    @Test
    void a_judgment_is_given_by_number_slider_and_word_and_again_with_what_changed() {
        var visitor = visitors.signedIn("admin").open("/a/" + key);
        var keys = visitor.keys().activate("Judge");
        visitor.awaitAddress(address -> address.endsWith("/judge"));
        int shares = visitor.page().locator("[data-share]").count();

        keys.tabTo(within(visitor, 0, "[data-number]")).type("70");
        assertThat(within(visitor, 0, "[type=range]")).hasValue("70");
        assertThat(within(visitor, 0, "select")).hasValue("67.5");

        keys.tabTo(within(visitor, 1, "[type=range]")).press("ArrowRight");
        assertThat(within(visitor, 1, "[data-number]")).hasValue("51");
        assertThat(within(visitor, 1, "select")).hasValue("50");

        keys.tabTo(within(visitor, 2, "select")).type("unlikely");
        assertThat(within(visitor, 2, "[data-number]")).hasValue("32.5");
        assertThat(within(visitor, 2, "[type=range]")).hasValue("33");

        for (int share = 3; share < shares; share++) {
            keys.tabTo(within(visitor, share, "[data-number]")).type("0");
        }
        assertThat(within(visitor, 0, ".coherent")).containsText("%");
        assertThat(within(visitor, 0, "[data-number]")).hasValue("70");

        keys.pick("moderate").fill("Rationale", "The deliveries go on.").activate("Two questions that find gaps");
        keys.fill("Premortem", "The war ended, and so did the deliveries.");
        var tick = visitor.first("[name=restsOn]");
        keys.activate("Evidence that it rests on").tabTo(tick).press("Space");
        assertThat(tick).isChecked();
        visitor.axe();
        visitor.prefer(ColorScheme.DARK);
        visitor.axe();
        visitor.screenshot("judge");
        keys.activate("Record my judgment");
        visitor.awaitAddress(address -> address.equals("/a/" + key));

        visitor.open("/a/" + key + "/judge");
        assertThat(visitor.first("[aria-labelledby=h-last]")).containsText("The war ended, and so did the deliveries.");
        assertThat(within(visitor, 0, "[data-number]")).hasValue("");
        assertThat(within(visitor, 0, ".beside")).containsText("before: 70");
    }
}
