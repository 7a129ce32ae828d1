package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Rating;

/** Ratings that were recorded: taken back as one, and met by another window of the same analyst. */
class RatingUndoTest {
    private static final String RATE = "/rate";

    private final Bench bench = new Bench();

    @Test
    void what_was_recorded_moved_readings_and_is_taken_back_as_one() {
        bench.record("an2", new RateEvidence("e1", "hedge", Rating.I, "as before"));
        var browser = browser();
        var sent = FilledForm.at(browser, bench.address(RATE))
                .with("rating.e1.hedge", "CC")
                .with("rating.e2.hedge", "II")
                .send()
                .expect(302);
        int before = bench.log().size();
        var page = browser.get(leadsTo(sent)).expect(200);
        assertThat(page.html().select(".recorded h2").text())
                .isEqualTo("You recorded 2 ratings, revisions " + (before - 1) + " to " + before);
        assertThat(page.html().select(".shifts tbody tr").eachText())
                .containsExactly("hedge weighted inconsistency 1.41 2.83");

        FilledForm.on(browser, page, bench.address("/rate/undo")).send().expect(302);

        var undone = bench.log().subList(before, bench.log().size());
        assertThat(undone).extracting(Recorded::kind).containsExactly("evidence-rated", "rating-withdrawn");
        assertThat(undone.getFirst().event())
                .isInstanceOfSatisfying(
                        EvidenceRated.class,
                        rated -> assertThat(rated.rationale()).isEqualTo("as before"));
        assertThat(undone)
                .allMatch(event -> ("Undo of revisions " + (before - 1) + " to " + before)
                        .equals(event.stamp().reason()));
        assertThat(standing("e1", "hedge")).isEqualTo("I");
    }

    @Test
    void what_was_dated_back_is_taken_back_since_the_same_day() {
        var browser = browser();
        var sent = FilledForm.at(browser, bench.address(RATE))
                .with("rating.e1.hedge", "CC")
                .with("effectiveOn", "2025-02-01")
                .send();
        var rated = bench.recordedBy(sent);

        var undone = bench.recordedBy(FilledForm.on(browser, browser.get(leadsTo(sent)), bench.address("/rate/undo"))
                .send());

        assertThat(undone.stamp().effectiveAt()).isEqualTo(rated.stamp().effectiveAt());
    }

    @Test
    void who_rated_again_since_hears_of_it_before_anything_is_taken_back() {
        var browser = browser();
        var sent = FilledForm.at(browser, bench.address(RATE))
                .with("rating.e1.hedge", "CC")
                .send()
                .expect(302);
        var page = browser.get(leadsTo(sent));
        bench.rate("an2", "e1", "hedge", Rating.N);
        int before = bench.log().size();

        var told =
                FilledForm.on(browser, page, bench.address("/rate/undo")).send().expect(409);

        assertThat(told.html().select("#moved-on li").text()).isEqualTo("an2 rated e1/hedge.");
        assertThat(bench.log()).hasSize(before);
    }

    @Test
    void nobody_takes_back_what_others_rated() {
        bench.rate("an1", "e1", "hedge", Rating.CC);
        String range = bench.log().size() + "-" + bench.log().size();

        browser().form(bench.address("/rate/undo"), Map.of("recorded", range)).expect(404);

        assertThat(browser()
                        .get(bench.address(RATE) + "?recorded=" + range)
                        .html()
                        .select(".recorded"))
                .isEmpty();
    }

    @Test
    void two_windows_of_one_analyst_on_different_cells_do_not_meet() {
        var second = bench.form("an2", RATE).with("rating.e2.hedge", "I");
        bench.rate("an2", "e1", "hedge", Rating.C);

        assertThat(bench.recordedBy(second.send()).event().item()).isEqualTo("e2/hedge");
        assertThat(standing("e1", "hedge")).isEqualTo("C");
    }

    @Test
    void what_one_rated_in_another_window_is_shown_beside_what_is_typed_and_nothing_else_of_it_is_lost() {
        var second = bench.form("an2", RATE).with("rating.e1.hedge", "I");
        bench.rate("an2", "e1", "hedge", Rating.C);
        bench.rate("an2", "e2", "deepening", Rating.CC);

        var page = second.send().expect(409);

        assertThat(page.html()
                        .select("td:has([name=rating.e1.hedge]) .now-there")
                        .text())
                .isEqualTo("Now there: C take it");
        assertThat(page.html().select(".now-there")).hasSize(1);
        var form = FilledForm.on(browser(), page, bench.address(RATE));
        assertThat(form.value("rating.e1.hedge")).isEqualTo("I");
        assertThat(form.value("rating.e2.deepening")).isEqualTo("CC");
        assertThat(bench.recordedBy(form.send()).event().item()).isEqualTo("e1/hedge");
        assertThat(standing("e2", "deepening")).isEqualTo("CC");
    }

    @Test
    void what_one_rated_in_another_window_can_be_left_as_it_is_cell_by_cell() {
        var second = bench.form("an2", RATE)
                .with("rating.e1.hedge", "I")
                .with("why.e1.hedge", "A slip")
                .with("rating.e2.hedge", "II");
        bench.rate("an2", "e1", "hedge", Rating.C);
        bench.rate("an2", "e2", "hedge", Rating.CC);
        int before = bench.log().size();

        var page = second.send().expect(409);
        var kept = FilledForm.on(browser(), page, bench.address(RATE))
                .with("take", "rating.e1.hedge")
                .send();

        assertThat(bench.recordedBy(kept).event().item()).isEqualTo("e2/hedge");
        assertThat(bench.log()).hasSize(before + 1);
        assertThat(standing("e1", "hedge")).isEqualTo("C");
        assertThat(standing("e2", "hedge")).isEqualTo("II");
    }

    @Test
    void who_leaves_all_cells_as_they_are_records_nothing() {
        var second = bench.form("an2", RATE).with("rating.e1.hedge", "I");
        bench.rate("an2", "e1", "hedge", Rating.C);
        int before = bench.log().size();

        var page = second.send().expect(409);
        FilledForm.on(browser(), page, bench.address(RATE))
                .with("take", "rating.e1.hedge", "revision")
                .send()
                .expect(302);

        assertThat(bench.log()).hasSize(before);
    }

    private static String leadsTo(Reply sent) {
        return sent.header("Location").replace(TestServer.shared().url(), "");
    }

    private String standing(String evidence, String interpretation) {
        return FilledForm.at(browser(), bench.address(RATE)).value("rating." + evidence + "." + interpretation);
    }

    /** A browser that has the CSRF token of a page. */
    private Client browser() {
        var browser = Bench.browser("an2");
        browser.get(bench.address(RATE)).expect(200);
        return browser;
    }
}
