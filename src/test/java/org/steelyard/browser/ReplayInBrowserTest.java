package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.DemoCase;

/** A replay in a real browser: by keys, by the slider without dragging, playing, and without scripts. */
@Tag("outer")
class ReplayInBrowserTest {
    private static final Pattern SOME = Pattern.compile("\\S");

    private static final Pattern LATER_THAN_85 = Pattern.compile("8[6-9]|9\\d|\\d{3}");

    private static String key = "";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @BeforeAll
    static void importCase() {
        key = DemoCase.imported("durability");
    }

    private Visitor at(String query) {
        return visitors.signedIn("admin").open("/a/" + key + "/replay" + query);
    }

    private static void standsAt(Visitor visitor, int step) {
        assertThat(visitor.first("[data-part=step]")).hasAttribute("data-step", String.valueOf(step));
    }

    private static Locator slider(Visitor visitor) {
        return visitor.first(".player [name=step]");
    }

    @Test
    void keys_step_and_the_address_follows() {
        var visitor = at("?axis=recorded&at=r82");
        visitor.press("ArrowRight");
        standsAt(visitor, 83);
        assertThat(visitor.address()).endsWith("?axis=recorded&at=r83");
        assertThat(visitor.first("#event")).containsText("rated e02 on deepening");
        assertThat(visitor.first("#said")).hasText(Pattern.compile("^an3 rated e02 on deepening"));

        visitor.press("ArrowLeft");
        standsAt(visitor, 82);
        visitor.press("Home");
        standsAt(visitor, 1);
        visitor.press("End");
        standsAt(visitor, 315);
        assertThat(slider(visitor)).hasValue("315");
        visitor.screenshot("replay");
    }

    @Test
    void the_slider_moves_by_keys_and_at_once() {
        var visitor = at("?axis=recorded&at=r82");
        slider(visitor).focus();
        visitor.press("ArrowRight");
        standsAt(visitor, 83);

        slider(visitor).fill("200");
        standsAt(visitor, 200);
        assertThat(slider(visitor)).isFocused();
        assertThat(slider(visitor)).hasAttribute("aria-valuetext", "Step 200 of 315");
    }

    @Test
    void space_plays_to_the_end_and_pauses() {
        var visitor = at("?at=r310");
        var play = visitor.first(".play");
        visitor.first(".player select").selectOption("400");
        visitor.first("h1").click();
        visitor.press("Space");
        assertThat(play).containsText("Pause");
        standsAt(visitor, 315);
        assertThat(play).hasAttribute("aria-pressed", "false");

        visitor.press("Space");
        standsAt(visitor, 1);
        visitor.press("Space");
        assertThat(play).containsText("Play");
    }

    @Test
    void a_link_of_a_step_does_not_leave_the_page_and_keeps_the_focus() {
        var visitor = at("?axis=recorded&at=r1");
        visitor.run("window.same = 'yes'");
        var turn = visitor.first("[data-name=next-turn]");
        turn.focus();
        visitor.press("Enter");
        assertThat(visitor.first("[data-part=step]")).not().hasAttribute("data-step", "1");

        assertThat(visitor.first("section[aria-labelledby=h-event] .flag")).hasText(SOME);
        assertThat(visitor.run("window.same")).isEqualTo("yes");
        assertThat(turn).isFocused();
        assertThat(visitor.address()).contains("?axis=recorded&at=r");
    }

    @Test
    void every_page_of_the_assessment_replays_by_space_from_the_point_it_shows() {
        var visitor = visitors.signedIn("admin").open("/a/" + key + "/matrix?effectiveAt=2025-03-14T23:59:59.999999Z");
        visitor.press("Space");
        visitor.awaitAddress(address -> address.startsWith("/a/" + key + "/replay"));
        assertThat(visitor.first(".play")).containsText("Pause");
        assertThat(visitor.first("[data-part=step]")).hasAttribute("data-step", LATER_THAN_85);
        visitor.press("Space");
    }

    @Test
    void without_scripts_links_and_the_button_lead_from_step_to_step() {
        var visitor = visitors.signedIn("admin", Look.USUAL.withoutScripts()).open("/a/" + key + "/replay?at=r82");
        assertThat(visitor.first(".play")).isHidden();
        visitor.first("[data-name=next]").click();
        assertThat(visitor.address()).endsWith("?at=r83");
        slider(visitor).fill("200");
        visitor.first(".player .go").click();
        standsAt(visitor, 200);
    }
}
