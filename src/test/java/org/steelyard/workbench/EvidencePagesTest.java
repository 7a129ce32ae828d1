package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

class EvidencePagesTest {
    private static final String NEW = "/new-evidence";

    private final Bench bench = new Bench();

    @Test
    void evidence_is_recorded_as_it_was_filled_in() {
        var reply = filled().with("effectiveOn", "2025-03-14")
                .with("reason", "read today")
                .send();

        var recorded = bench.recordedBy(reply);
        assertThat(reply.header("Location")).endsWith(bench.address(""));
        assertThat(recorded.event())
                .isEqualTo(new EvidenceRecorded(
                        "e3",
                        "Workers are back",
                        "s1",
                        3,
                        Relevance.H,
                        EvidenceKind.REPORT,
                        "e-mail",
                        "2025-02",
                        null,
                        null,
                        null));
        assertThat(recorded.stamp().actor()).isEqualTo("an2");
        assertThat(recorded.stamp().author()).isEqualTo("an2");
        assertThat(recorded.stamp().reason()).isEqualTo("read today");
        assertThat(recorded.stamp().effectiveAt()).isEqualTo(Instant.parse("2025-03-14T00:00:00Z"));
    }

    @Test
    void a_source_that_is_made_in_place_is_recorded_with_its_evidence() {
        int before = bench.log().size();

        filled().with("source", "+")
                .with("sourceName", "MSMT")
                .with("sourceKind", "monitors")
                .with("reliability", "A")
                .with("sourceOrigin", "the panel")
                .send()
                .expect(302);

        assertThat(bench.log()).hasSize(before + 2);
        assertThat(bench.log().get(before).event())
                .isEqualTo(new SourceRecorded("s2", "MSMT", "monitors", Reliability.A, "the panel"));
        assertThat(bench.log().getLast().event())
                .isInstanceOfSatisfying(
                        EvidenceRecorded.class, e -> assertThat(e.source()).isEqualTo("s2"));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_what_was_typed_is_kept_and_the_log_is_as_it_was() {
        int before = bench.log().size();

        var page = filled().with("claim", " ")
                .with("link", "ftp://example.org")
                .with("occurredOn", "soon")
                .with("effectiveOn", "2999-01-01")
                .send()
                .expect(400);

        assertThat(Bench.wrongAt(page, "claim")).contains("empty");
        assertThat(Bench.wrongAt(page, "link")).contains("http://");
        assertThat(Bench.wrongAt(page, "occurredOn")).contains("2025-07");
        assertThat(Bench.wrongAt(page, "effectiveOn")).contains("future");
        assertThat(page.html().select("#wrong a[href=#f-claim]")).hasSize(1);
        var again = FilledForm.on(Bench.browser("an2"), page, bench.address(NEW));
        assertThat(again.value("origin")).isEqualTo("e-mail");
        assertThat(again.value("occurredOn")).isEqualTo("soon");
        assertThat(again.value("credibility")).isEqualTo("3");
        assertThat(bench.log()).hasSize(before);
    }

    @Test
    void a_date_before_the_assessment_begins_is_refused_at_the_date() {
        var page = filled().with("effectiveOn", "2024-12-31").send().expect(409);

        assertThat(Bench.wrongAt(page, "effectiveOn")).contains("earliest date allowed is 2025-01-01");
    }

    @Test
    void a_date_before_that_of_the_source_is_refused_at_the_date() {
        bench.form("an2", "/sources")
                .with("name", "KCNA")
                .with("kind", "agency")
                .with("reliability", "D")
                .send()
                .expect(302);

        var page = filled().with("source", "s2")
                .with("effectiveOn", "2025-03-14")
                .send()
                .expect(409);

        assertThat(Bench.wrongAt(page, "effectiveOn")).contains("Source s2 is not yet in force", "earliest date");
    }

    @Test
    void a_second_click_records_nothing_more() {
        var form = filled();
        form.send().expect(302);
        int once = bench.log().size();

        form.send().expect(302);

        assertThat(bench.log()).hasSize(once);
    }

    @Test
    void the_same_page_with_other_content_is_another_item() {
        var form = filled();
        form.send().expect(302);
        int once = bench.log().size();

        form.with("claim", "Another claim").send().expect(302);

        assertThat(bench.log()).hasSize(once + 1);
    }

    @Test
    void a_claim_that_reads_like_one_in_force_is_asked_about_and_recorded_once_that_is_answered() {
        var form = filled().with("claim", "Missiles have been delivered.");
        int before = bench.log().size();

        var page = form.send().expect(400);

        assertThat(Bench.wrongAt(page, "alike")).contains("another item");
        assertThat(page.html().select("#f-alike li a").eachText()).containsExactly("e2");
        assertThat(bench.log()).hasSize(before);
        answered(page, "another").send().expect(302);
        assertThat(bench.log()).hasSize(before + 1);
    }

    @Test
    void what_reads_alike_is_linked_as_an_echo_by_its_origin() {
        filled().send().expect(302);
        var page = filled().with("claim", "The workers are back")
                .with("origin", "")
                .send()
                .expect(400);

        var recorded = bench.recordedBy(answered(page, "echo:e-mail").send());

        assertThat(recorded.event())
                .isInstanceOfSatisfying(
                        EvidenceRecorded.class, e -> assertThat(e.origin()).isEqualTo("e-mail"));
    }

    @Test
    void items_of_the_same_origin_are_shown_with_what_an_echo_counts() {
        var kin = Bench.browser("an2")
                .get(bench.address(NEW + "/kin?source=s1&origin=&claim="))
                .expect(200)
                .html();

        assertThat(kin.select("#kin li a").eachText()).containsExactly("e1", "e2");
        assertThat(kin.select("#kin").text()).contains("the weakest counts 32");
        var apart = Bench.browser("an2")
                .get(bench.address(NEW + "/kin?source=s1&origin=another&claim="))
                .expect(200)
                .html();
        assertThat(apart.select("#kin li")).isEmpty();
    }

    private FilledForm answered(Reply page, String alike) {
        var browser = Bench.browser("an2");
        browser.get(bench.address(NEW));
        return FilledForm.on(browser, page, bench.address(NEW)).with("alike", alike);
    }

    private FilledForm filled() {
        return bench.form("an2", NEW)
                .with("claim", "Workers are back")
                .with("source", "s1")
                .with("credibility", "3")
                .with("relevance", "H")
                .with("occurredOn", "2025-02")
                .with("origin", "e-mail");
    }
}
