package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Relation;

/** A judgment in two windows of one analyst, and a resolution by two owners: each field that both filled shows both. */
class OpinionsInTwoWindowsTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);

    private static FilledForm judging(Bench bench) {
        return bench.form("an2", "/judge")
                .with("p.deepening", "60")
                .with("p.hedge", "40")
                .with("confidence", "LOW")
                .with("rationale", "Trade")
                .with("restsOn", "e1");
    }

    private static RecordJudgment judgment(double deepening, List<String> restsOn) {
        return new RecordJudgment(
                Map.of("deepening", deepening, "hedge", 1 - deepening), Confidence.HIGH, "Arms", restsOn, List.of());
    }

    private static String there(Reply page, String field) {
        return page.html()
                .select(".now-there:has([name=take][value='" + field + "']) bdi")
                .text();
    }

    @Test
    void what_one_judged_in_another_window_stands_beside_what_one_typed_and_can_be_left() {
        var bench = new Bench();
        var second = judging(bench);
        bench.record("an2", judgment(0.75, List.of("e1", "e2")));

        var page = second.send().expect(409);

        assertThat(page.html().select("#moved-on").text()).contains("an2 recorded a judgment.");
        assertThat(there(page, "p.deepening")).isEqualTo("75");
        assertThat(there(page, "p.hedge")).isEqualTo("25");
        assertThat(there(page, "confidence")).startsWith("high");
        assertThat(there(page, "rationale")).isEqualTo("Arms");
        assertThat(there(page, "restsOn")).isEqualTo("e1, e2");
        var back = FilledForm.on(Bench.browser("an2"), page, bench.address("/judge"));
        assertThat(back.value("p.deepening")).isEqualTo("60");
        assertThat(back.value("rationale")).isEqualTo("Trade");

        var recorded = bench.recordedBy(back.with("take", "rationale", "restsOn")
                .with("reason", "I looked again")
                .send());
        assertThat(recorded.event()).isInstanceOfSatisfying(JudgmentRecorded.class, judged -> {
            assertThat(judged.probabilities()).containsEntry("deepening", 0.6);
            assertThat(judged.confidence()).isEqualTo(Confidence.LOW);
            assertThat(judged.rationale()).isEqualTo("Arms");
            assertThat(judged.restsOn()).containsExactlyInAnyOrder("e1", "e2");
        });
    }

    private static Bench ofTwoOwners(Relation relation) {
        var bench = new Bench(relation, false);
        TestServer.shared().bean(Members.class).add(bench.key, "admin", Role.OWNER, "an1", Bench.SINCE);
        return bench;
    }

    private static FilledForm resolving(Bench bench) {
        return bench.form("an1", "/resolve")
                .with("outcome", "hedge")
                .with("resolvedOn", "2025-03-02")
                .with("basis", "They moved on");
    }

    @Test
    void a_resolution_after_somebody_elses_shows_both_and_takes_its_place_by_two_events() {
        var bench = ofTwoOwners(Relation.EXCLUSIVE);
        var mine = resolving(bench);
        bench.record("admin", new ResolveAssessment("deepening", null, MARCH, "A treaty"));

        var page = mine.send().expect(409);

        assertThat(page.html().select("#moved-on").text()).contains("admin resolved the assessment.");
        assertThat(there(page, "outcome")).startsWith("deepening");
        assertThat(there(page, "resolvedOn")).isEqualTo("2025-03-01");
        assertThat(there(page, "basis")).isEqualTo("A treaty");
        var back = FilledForm.on(Bench.browser("an1"), page, bench.address("/resolve"));
        assertThat(back.value("basis")).isEqualTo("They moved on");
        var unreasoned = back.send().expect(400);
        assertThat(Bench.wrongAt(unreasoned, "reason")).isNotEmpty();

        var last = bench.recordedBy(back.with("reason", "No treaty was signed").send());
        assertThat(last.event()).isEqualTo(new AssessmentResolved("hedge", null, MARCH.plusDays(1), "They moved on"));
        assertThat(bench.log().get(bench.log().size() - 2).event()).isInstanceOf(AssessmentReopened.class);
        assertThat(status(bench)).isEqualTo("RESOLVED");
    }

    @Test
    void a_resolution_as_of_an_earlier_day_than_the_one_whose_place_it_takes_holds_too() {
        var bench = ofTwoOwners(Relation.EXCLUSIVE);
        var mine = resolving(bench).with("resolvedOn", "2025-02-01").with("reason", "It was clear before");
        bench.record("admin", new ResolveAssessment("deepening", null, MARCH, "A treaty"));

        var page = mine.send().expect(409);
        bench.recordedBy(FilledForm.on(Bench.browser("an1"), page, bench.address("/resolve"))
                .send());

        assertThat(status(bench)).isEqualTo("RESOLVED");
    }

    private static String status(Bench bench) {
        return TestServer.shared()
                .as("an1")
                .get("/api/v1/assessments/" + bench.key)
                .json()
                .path("status")
                .asString();
    }

    @Test
    void who_leaves_the_other_resolution_in_each_field_records_nothing() {
        var bench = ofTwoOwners(Relation.OVERLAPPING);
        var mine = bench.form("an1", "/resolve")
                .with("outcome.hedge", "true")
                .with("outcome.deepening", "true")
                .with("resolvedOn", "2025-03-02")
                .with("basis", "They moved on");
        bench.record(
                "admin", new ResolveAssessment(null, Map.of("hedge", true, "deepening", false), MARCH, "A treaty"));
        int before = bench.log().size();

        var page = mine.send().expect(409);
        assertThat(there(page, "outcome.deepening")).isEqualTo("did not");
        assertThat(there(page, "outcome.hedge")).isEmpty();
        FilledForm.on(Bench.browser("an1"), page, bench.address("/resolve"))
                .with("take", "outcome.deepening", "resolvedOn", "basis")
                .send()
                .expect(302);

        assertThat(bench.log()).hasSize(before);
    }

    @Test
    void who_reopens_what_the_other_reopened_is_told_that_nothing_is_left_to_do() {
        var bench = ofTwoOwners(Relation.EXCLUSIVE);
        bench.record("admin", new ResolveAssessment("deepening", null, MARCH, "A treaty"));
        var mine = bench.form("an1", "/resolve").with("reason", "Too early");
        bench.record("admin", new ReopenAssessment());

        var page = mine.send().expect(409);

        assertThat(page.html().select("#moved-on").text()).contains("admin reopened the assessment.");
        assertThat(page.html().select("#about-to").text()).contains("it is open by now");
    }
}
