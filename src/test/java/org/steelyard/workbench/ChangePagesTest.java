package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/** Forms that change what is there: only what was changed is recorded, and nothing is overwritten unseen. */
class ChangePagesTest {
    private static final String EDIT = "/evidence/e1/edit";

    private final Bench bench = new Bench();

    @Test
    void a_changed_grade_alone_is_a_regrade() {
        var recorded = bench.recordedBy(
                edit().with("credibility", "4").with("reason", "checked").send("correct"));

        assertThat(recorded.event()).isEqualTo(new EvidenceRegraded("e1", 4, null));
        assertThat(recorded.stamp().reason()).isEqualTo("checked");
    }

    @Test
    void a_form_in_which_nothing_was_changed_is_refused() {
        assertThat(edit().send("correct").expect(400).html().select("#wrong").text())
                .contains("Nothing is to be changed");
    }

    @Test
    void evidence_is_retracted_and_reinstated_for_a_reason() {
        var refused = edit("retract").send().expect(400);
        assertThat(refused.html().select("section[aria-labelledby=h-force] #wrong a[href=#f-force--reason]"))
                .hasSize(1);
        assertThat(Bench.wrongAt(refused, "force--reason")).contains("say why");

        assertThat(bench.recordedBy(edit("retract").with("reason", "withdrawn").send())
                        .kind())
                .isEqualTo("evidence-retracted");
        assertThat(bench.recordedBy(
                                edit("reinstate").with("reason", "confirmed").send())
                        .kind())
                .isEqualTo("evidence-reinstated");
    }

    @Test
    void an_edit_of_what_others_changed_says_so_and_overwrites_nothing_unseen() {
        var form = edit().with("claim", "Mine").with("reason", "typo");
        bench.record("an1", correction("Theirs", Relevance.L));
        int before = bench.log().size();

        var page = form.send("correct").expect(409);

        assertThat(bench.log()).hasSize(before);
        assertThat(page.html().select("#moved-on li").eachText()).isEqualTo(List.of("an1 corrected evidence e1."));
        assertThat(page.html().text()).contains("Now there: Theirs");
        var browser = Bench.browser("an2");
        browser.get(bench.address(EDIT));
        var again = FilledForm.on(browser, page, bench.address(EDIT), "correct");
        assertThat(again.value("claim")).isEqualTo("Mine");
        assertThat(again.value("relevance")).isEqualTo("L");
        assertThat(bench.recordedBy(again.send()).event())
                .isInstanceOfSatisfying(EvidenceCorrected.class, corrected -> {
                    assertThat(corrected.claim()).isEqualTo("Mine");
                    assertThat(corrected.relevance()).isNull();
                });
    }

    @Test
    void of_two_who_changed_the_same_the_later_one_chooses_field_by_field() {
        var form = edit().with("claim", "Mine").with("relevance", "H");
        bench.record("an1", correction("Theirs", Relevance.L));
        var page = form.send("correct").expect(409);
        int before = bench.log().size();
        var browser = Bench.browser("an2");
        browser.get(bench.address(EDIT));

        var onlyTheirs =
                FilledForm.on(browser, page, bench.address(EDIT), "correct").with("take", "claim", "relevance");
        assertThat(onlyTheirs.send().expect(302).header("Location")).endsWith("/evidence/e1");
        assertThat(bench.log()).hasSize(before);

        var oneOfEach =
                FilledForm.on(browser, page, bench.address(EDIT), "correct").with("take", "claim");
        assertThat(bench.recordedBy(oneOfEach.send()).event()).isEqualTo(new EvidenceRegraded("e1", null, Relevance.H));
    }

    @Test
    void hostile_text_is_shown_harmless() {
        String hostile = "<script>alert(1)</script>\u202e\"><img src=x>";
        bench.record("an1", correction(hostile, Relevance.M));

        for (String page : List.of(EDIT, "/rate", "/judge", "/new-evidence")) {
            var html = Bench.browser("an2").get(bench.address(page)).expect(200).html();
            assertThat(html.select("script:not([src])")).isEmpty();
            assertThat(html.select("img[src=x]")).isEmpty();
        }
    }

    @Test
    void an_interpretation_is_revised() {
        var recorded = bench.recordedBy(bench.form("an2", "/interpretations", "/interpretations/hedge")
                .with("holder", "")
                .send("revise"));

        assertThat(recorded.event()).isEqualTo(new InterpretationRevised("hedge", null, null, null, Set.of("holder")));
    }

    @Test
    void an_interpretation_is_withdrawn_for_a_reason_only() {
        var form = bench.form("an2", "/interpretations", "/interpretations/hedge");
        assertThat(Bench.wrongAt(form.send("withdraw").expect(400), "hedge--reason"))
                .contains("say why");

        assertThat(bench.recordedBy(
                                form.with("reason", "it cannot be told apart").send("withdraw"))
                        .kind())
                .isEqualTo("interpretation-withdrawn");
    }

    @Test
    void a_source_is_regraded() {
        var recorded = bench.recordedBy(bench.form("an2", "/sources", "/sources/s1")
                .with("reliability", "D")
                .send());

        assertThat(recorded.event()).isEqualTo(new SourceRegraded("s1", Reliability.D));
    }

    @Test
    void an_indicator_is_marked_as_observed_for_a_reason_only() {
        bench.record("an1", new RecordIndicator("k1", "Troops leave", "hedge", null));
        var form = bench.form("an2", "/indicators", "/indicators/k1").with("status", IndicatorStatus.OBSERVED.name());
        assertThat(Bench.wrongAt(form.send().expect(400), "k1--reason")).contains("say why");

        assertThat(bench.recordedBy(form.with("reason", "seen").send()).kind()).isEqualTo("indicator-changed");
    }

    private FilledForm edit() {
        return edit("correct");
    }

    private FilledForm edit(String intent) {
        var browser = Bench.browser("an2");
        return FilledForm.on(browser, browser.get(bench.address(EDIT)), bench.address(EDIT), intent);
    }

    private static CorrectEvidence correction(String claim, Relevance relevance) {
        return new CorrectEvidence("e1", claim, null, null, relevance, null, null, null, null, null, null, Set.of());
    }
}
