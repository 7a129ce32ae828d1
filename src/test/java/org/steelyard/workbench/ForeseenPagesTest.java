package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;

/** A change of evidence shows first what it would move, and records nothing until it is confirmed. */
class ForeseenPagesTest {
    private static final String EDIT = "/evidence/e1/edit";

    private final Bench bench = new Bench();
    private final Client browser = Bench.browser("an2");

    @BeforeEach
    void rateAndJudge() {
        fill(bench);
    }

    private static void fill(Bench bench) {
        bench.rate("an1", "e1", "deepening", Rating.CC);
        bench.rate("an1", "e1", "hedge", Rating.II);
        bench.rate("an1", "e2", "deepening", Rating.I);
        bench.rate("an1", "e2", "hedge", Rating.C);
        bench.record(
                "an1",
                new RecordJudgment(
                        Map.of("deepening", 0.7, "hedge", 0.3), Confidence.LOW, "So it is.", List.of("e1"), List.of()));
    }

    private Reply look(Bench at, String intent, Map<String, String> typed) {
        var form = FilledForm.on(browser, browser.get(at.address(EDIT)), at.address(EDIT), intent);
        typed.forEach(form::with);
        return form.send(intent, Map.of("look", "yes"));
    }

    @Test
    void a_retraction_shows_the_readings_the_leader_and_the_judgments_it_would_move() {
        int before = bench.log().size();

        Document page = look(bench, "retract", Map.of("reason", "a forgery"))
                .expect(200)
                .html();

        String said = page.select("#foreseen").text();
        assertThat(said).contains("lead would pass from deepening to hedge", "would be stale: an1", "this item: 2");
        assertThat(page.select("#foreseen tbody tr")).hasSize(2);
        assertThat(page.select("#foreseen tbody td:last-child").eachText()).containsExactly("70\u202f%", "30\u202f%");
        assertThat(said).contains("Judged probabilities stay");
        assertThat(bench.log()).hasSize(before);
    }

    @Test
    void what_was_looked_at_is_recorded_once_it_is_confirmed() {
        var page = look(bench, "retract", Map.of("reason", "a forgery")).expect(200);
        var recorded = bench.recordedBy(
                FilledForm.on(browser, page, bench.address(EDIT)).send());

        assertThat(recorded.kind()).isEqualTo("evidence-retracted");
        assertThat(recorded.stamp().reason()).isEqualTo("a forgery");
    }

    @Test
    void a_correction_of_the_claim_says_how_many_ratings_would_be_overtaken() {
        String said = look(bench, "correct", Map.of("claim", "Something else", "reason", "misread"))
                .expect(200)
                .html()
                .select("#foreseen")
                .text();

        assertThat(said).contains("claim is another: 2");
    }

    @Test
    void what_would_be_refused_is_said_instead() {
        var page = look(bench, "retract", Map.of()).expect(400);

        assertThat(page.html().select("#foreseen")).isEmpty();
        assertThat(Bench.wrongAt(page, "force--reason")).contains("say why");
    }

    @Test
    void who_works_blind_and_has_yet_to_judge_sees_no_readings() {
        var blind = new Bench(Relation.EXCLUSIVE, true);
        fill(blind);

        Document page = look(blind, "retract", Map.of("reason", "a forgery"))
                .expect(200)
                .html();

        assertThat(page.select("#foreseen").text())
                .contains("work blind", "this item: 0")
                .doesNotContain("an1", "dB");
        assertThat(page.select("#foreseen table")).isEmpty();
    }

    @Test
    void a_new_grade_of_a_source_shows_what_it_would_move_through_its_items() {
        int before = bench.log().size();
        String address = bench.address("/sources/s1");
        var form = FilledForm.on(browser, browser.get(bench.address("/sources")), address);
        Reply looked = form.with("reliability", "E").send("source", Map.of("look", "yes"));

        String said = looked.expect(200).html().select("#foreseen").text();
        assertThat(said).contains("Ratings of its items: 4", "dB");
        assertThat(looked.html()
                        .select("details[open] [name=reliability][checked]")
                        .val())
                .isEqualTo("E");
        assertThat(bench.log()).hasSize(before);

        var recorded = bench.recordedBy(
                FilledForm.on(browser, looked, address, "source").send());
        assertThat(recorded.kind()).isEqualTo("source-regraded");
    }
}
