package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.DemoCase;

/** An analyst records evidence with a source of its own, is asked whether it is there already, corrects it and retracts it. */
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
        var visitor = visitors.signedIn("admin").open("/a/" + key + "/new-evidence");
        visitor.expects("400");
        visitor.first("[name=claim]").fill(CLAIM);
        visitor.first("[name=source]").selectOption("+");
        assertThat(visitor.first("#f-alike li")).containsText("11,000 soldiers");

        visitor.page().getByText("The new source").click();
        visitor.first("[name=sourceName]").fill("A second ministry");
        visitor.first("[name=sourceKind]").fill("ministry");
        visitor.page().getByLabel("B · usually reliable").check();
        visitor.page().getByLabel("2 · probably true").check();
        look(visitor);
        visitor.first("main [type=submit]").click();

        assertThat(visitor.first("#f-alike-wrong")).containsText("another item");
        visitor.page().getByLabel("It is another item").check();
        visitor.first("main [type=submit]").click();
        visitor.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(visitor.first(".said-done")).containsText("Recorded: 2 entries");
    }

    @Test
    void items_of_the_same_origin_show_as_soon_as_the_source_is_chosen() {
        var visitor = visitors.signedIn("admin").open("/a/" + key + "/new-evidence");
        visitor.first("[name=origin]").fill("Lankov essay, 2025");
        visitor.press("Tab");

        assertThat(visitor.first("#kin")).containsText("e28");
        assertThat(visitor.first("#kin")).containsText("the weakest counts");
    }

    @Test
    void a_correction_and_a_retraction_show_what_they_move_before_they_are_recorded() {
        String edit = "/a/" + key + "/evidence/e17/edit";
        var visitor = visitors.signedIn("admin").open(edit);
        visitor.page().getByLabel("5 · improbable").check();
        visitor.first("form.entry [name=reason]").fill("Contradicted since.");
        visitor.first("form.entry [name=reason]").press("Tab");
        visitor.press("Enter");

        assertThat(visitor.first("#foreseen")).containsText("What the change would move");
        look(visitor);
        visitor.first("#confirm [type=submit]").focus();
        visitor.press("Enter");
        visitor.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(visitor.first(".said-done")).containsText("regraded evidence e17");

        visitor.open(edit);
        visitor.page().locator("[id='f-force--reason']").fill("A forgery.");
        visitor.page().locator("section[aria-labelledby=h-force] [name=look]").click();
        assertThat(visitor.first("#foreseen tbody")).containsText("→");
        visitor.screenshot("retract");
        visitor.first("#confirm [type=submit]").click();
        visitor.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(visitor.first(".said-done")).containsText("retracted evidence e17");
    }
}
