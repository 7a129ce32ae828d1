package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.DemoCase;

/** By the keyboard alone an analyst records evidence with a source of its own, is asked whether it is there already, corrects it and retracts it. */
@Tag("outer")
class EvidenceInBrowserTest {
    private static final String CLAIM = "The DPRK has sent more than 11,000 soldiers to the front against Ukraine.";

    private static String key = "";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @BeforeAll
    static void importCase() {
        key = DemoCase.imported("durability");
    }

    private static void look(Visitor visitor) {
        visitor.axe();
        visitor.prefer(ColorScheme.DARK);
        visitor.axe();
        visitor.prefer(ColorScheme.LIGHT);
    }

    @Test
    void evidence_is_recorded_with_its_source_after_a_look_at_what_it_may_repeat() {
        var visitor = visitors.signedIn("admin").open("/a/" + key);
        visitor.expects("400");
        var keys = visitor.keys().activate("Record evidence");
        visitor.awaitAddress(address -> address.endsWith("/new-evidence"));
        keys.fill("Claim", CLAIM).choose("Source", "A new source").press("Tab");
        assertThat(visitor.first("#f-alike li")).containsText("11,000 soldiers");

        keys.activate("The new source");
        keys.fill("Name", "A second ministry")
                .fill("Kind", "ministry")
                .fill("Whose voice it carries", "A second ministry");
        keys.pick("B · usually reliable");
        keys.pick("2 · probably true");
        look(visitor);
        visitor.screenshot("evidence");
        keys.activate("Record the evidence");

        assertThat(visitor.first("#f-alike-wrong")).containsText("another item");
        keys.pick("It is another item").activate("Record the evidence");
        visitor.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(visitor.first(".said-done")).containsText("Recorded: 2 entries");
    }

    @Test
    void items_of_the_same_origin_show_as_soon_as_the_source_is_chosen() {
        var visitor = visitors.signedIn("admin").open("/a/" + key + "/new-evidence");
        visitor.keys().fill("Who said it first", "Lankov essay, 2025").press("Tab");

        assertThat(visitor.first("#kin")).containsText("e28");
        assertThat(visitor.first("#kin")).containsText("the weakest counts");
        visitor.screenshot("evidence-echo");
    }

    @Test
    void a_correction_and_a_retraction_show_what_they_move_before_they_are_recorded() {
        String item = "/a/" + key + "/evidence/e17";
        var visitor = visitors.signedIn("admin").open(item);
        var keys = visitor.keys().activate("Correct, regrade or retract");
        visitor.awaitAddress(address -> address.equals(item + "/edit"));
        keys.pick("5 · improbable").fill("Reason", "Contradicted since.").activate("Show what the change would move");

        assertThat(visitor.first("#foreseen")).containsText("What the change would move");
        look(visitor);
        keys.activate("Record the change");
        visitor.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(visitor.first(".said-done")).containsText("regraded evidence e17");

        visitor.open(item + "/edit");
        keys.tabTo("[id='f-force--reason']").type("A forgery.").activate("Show what the retraction would move");
        assertThat(visitor.first("#foreseen tbody")).containsText("→");
        visitor.screenshot("retract");
        keys.activate("Retract");
        visitor.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(visitor.first(".said-done")).containsText("retracted evidence e17");
    }
}
