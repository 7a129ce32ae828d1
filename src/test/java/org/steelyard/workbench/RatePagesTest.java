package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Rating;
import org.steelyard.dossier.Dossiers;

class RatePagesTest {
    private static final String RATE = "/rate";

    private final Bench bench = new Bench();

    @Test
    void only_the_cells_that_changed_are_recorded_each_with_its_rationale() {
        bench.rate("an2", "e1", "deepening", Rating.C);
        int before = bench.log().size();

        bench.form("an2", RATE)
                .with("rating.e1.hedge", "II")
                .with("why.e1.hedge", "it would have left")
                .with("rating.e2.deepening", "CC")
                .with("reason", "second reading")
                .send()
                .expect(302);

        var added = bench.log().subList(before, bench.log().size());
        assertThat(added)
                .extracting(event -> event.event().item())
                .containsExactlyInAnyOrder("e1/hedge", "e2/deepening");
        assertThat(added).allSatisfy(event -> {
            assertThat(event.stamp().author()).isEqualTo("an2");
            assertThat(event.stamp().reason()).isEqualTo("second reading");
        });
        assertThat(added)
                .map(Recorded::event)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(EvidenceRated.class, rated -> {
                    assertThat(rated.rating()).isEqualTo(Rating.II);
                    assertThat(rated.rationale()).isEqualTo("it would have left");
                }));
    }

    @Test
    void a_cell_that_is_set_back_to_unrated_withdraws_the_rating() {
        bench.rate("an2", "e1", "deepening", Rating.C);

        var recorded = bench.recordedBy(
                bench.form("an2", RATE).with("rating.e1.deepening", "").send());

        assertThat(recorded.kind()).isEqualTo("rating-withdrawn");
    }

    @Test
    void others_ratings_of_a_row_are_shown_only_once_one_has_rated_in_it() {
        bench.rate("an1", "e1", "deepening", Rating.CC);
        var an2 = Bench.browser("an2");
        assertThat(an2.get(bench.address(RATE)).html().text()).doesNotContain("others:");

        bench.rate("an2", "e1", "hedge", Rating.N);

        assertThat(an2.get(bench.address(RATE)).html().text()).contains("others: deepening an1 CC");
    }

    @Test
    void rows_that_are_not_rated_stand_first() {
        bench.rate("an2", "e1", "deepening", Rating.C);
        bench.rate("an2", "e1", "hedge", Rating.C);

        var rows = Bench.browser("an2").get(bench.address(RATE)).html().select("tbody th a");

        assertThat(rows.eachText()).containsExactly("e2", "e1");
    }

    @Test
    void the_page_says_how_many_rows_wait_as_long_as_any_does() {
        assertThat(progress()).isEqualTo("You have rated 0 of 4 cells; 2 rows wait for you, and stand first.");
        for (String interpretation : List.of("deepening", "hedge")) {
            bench.rate("an2", "e1", interpretation, Rating.C);
        }
        assertThat(progress()).isEqualTo("You have rated 2 of 4 cells; one row waits for you, and stands first.");
        for (String interpretation : List.of("deepening", "hedge")) {
            bench.rate("an2", "e2", interpretation, Rating.C);
        }
        assertThat(progress()).isEqualTo("You have rated 4 of 4 cells.");
    }

    @Test
    void where_nothing_can_be_rated_the_page_says_what_is_missing() {
        bench.record("an1", new RetractEvidence("e1"), new RetractEvidence("e2"));
        assertThat(missing()).contains("evidence is missing").doesNotContain("interpretation");

        bench.record("an1", new WithdrawInterpretation("deepening"), new WithdrawInterpretation("hedge"));
        assertThat(missing()).contains("evidence and interpretations are missing");

        bench.record("an1", new ReinstateEvidence("e1"));
        assertThat(missing()).contains("interpretations are missing").doesNotContain("evidence");
    }

    private String missing() {
        return browser()
                .get(bench.address(RATE))
                .html()
                .select("#nothing-to-rate")
                .text();
    }

    private String progress() {
        return browser()
                .get(bench.address(RATE))
                .html()
                .select(".qualified-line")
                .text();
    }

    @Test
    void one_bad_cell_keeps_all_from_being_recorded() {
        int before = bench.log().size();

        var page = bench.form("an2", RATE)
                .with("rating.e1.hedge", "I")
                .with("rating.e2.hedge", "C")
                .with("why.e2.hedge", "x".repeat(20_001))
                .send()
                .expect(400);

        assertThat(page.html().select("#wrong a[href=#f-why-e2-hedge]")).hasSize(1);
        assertThat(FilledForm.on(Bench.browser("an2"), page, bench.address(RATE))
                        .value("rating.e1.hedge"))
                .isEqualTo("I");
        assertThat(bench.log()).hasSize(before);
    }

    @Test
    void what_was_reworded_meanwhile_is_said_and_then_the_ratings_can_be_recorded() {
        var form = bench.form("an2", RATE).with("rating.e1.hedge", "I");
        bench.record("an1", reworded());

        var page = form.send().expect(409);

        assertThat(page.html().select("#moved-on li").text()).isEqualTo("an1 corrected evidence e1.");
        var recorded = bench.recordedBy(
                FilledForm.on(browser(), page, bench.address(RATE)).send());
        assertThat(recorded.event().item()).isEqualTo("e1/hedge");
    }

    @Test
    void the_ratings_of_others_meanwhile_are_no_obstacle() {
        var form = bench.form("an2", RATE).with("rating.e1.hedge", "I");
        bench.rate("an1", "e1", "hedge", Rating.CC);

        assertThat(bench.recordedBy(form.send()).stamp().author()).isEqualTo("an2");
    }

    @Test
    void a_reason_without_a_rating_is_not_lost_unheard() {
        var page =
                bench.form("an2", RATE).with("why.e1.hedge", "it left").send().expect(400);

        assertThat(page.html().select("#wrong a[href=#f-why-e1-hedge]").text()).contains("is the reason of no rating");
    }

    @Test
    void interpretations_stand_in_the_order_and_colours_of_the_matrix_page() {
        String demo = "/a/" + DemoCase.imported("durability");
        var admin = Bench.browser("admin");
        List<String> matrix = namesAndColours(admin.get(demo + "/matrix").html(), "thead .cellhead");

        assertThat(matrix).hasSizeGreaterThan(2).allMatch(one -> one.matches(".+ \\[i[1-8]]"));
        assertThat(namesAndColours(admin.get(demo + RATE).expect(200).html(), "thead .cellhead"))
                .isEqualTo(matrix);
        assertThat(namesAndColours(admin.get(demo + "/judge").expect(200).html(), ".share label"))
                .isEqualTo(matrix);
    }

    /** Of each place that names an interpretation its key and the class that colours it: "hedge [i2]". */
    private static List<String> namesAndColours(Document page, String places) {
        return page.select(places).stream()
                .map(place -> place.select(".name").text() + " "
                        + place.select("[class~=\\bi[1-8]\\b]").stream()
                                .flatMap(coloured -> coloured.classNames().stream())
                                .filter(css -> css.matches("i[1-8]"))
                                .toList())
                .toList();
    }

    /** A browser that has the CSRF token of a page. */
    private Client browser() {
        var browser = Bench.browser("an2");
        browser.get(bench.address(RATE)).expect(200);
        return browser;
    }

    private static CorrectEvidence reworded() {
        return new CorrectEvidence(
                "e1", "There is nothing to trade", null, null, null, null, null, null, null, null, null, Set.of());
    }

    @Test
    void a_page_has_no_more_rows_than_its_form_can_send() {
        var dossier = TestServer.shared().bean(Dossiers.class).open(bench.key).orElseThrow();
        var sheet = RatingSheet.of(new Desk(dossier.state(), dossier.view(), "an2"), RatingSheet.Order.WAITING);
        int interpretations = sheet.interpretations().size();

        assertThat(sheet.first(2 * interpretations - 1)).isEqualTo(sheet.rows().subList(0, 1));
        assertThat(sheet.first(0)).isEqualTo(sheet.rows().subList(0, 1));
        assertThat(sheet.first(10_000)).isEqualTo(sheet.rows());
    }

    @Test
    void a_form_of_the_largest_page_is_read() {
        var browser = Bench.browser("an2");
        browser.get(bench.address(RATE)).expect(200);
        Map<String, String> fields = new HashMap<>();
        for (int cell = 0; cell < 10_000; cell++) {
            fields.put("rating.e" + cell + ".hedge", "");
            fields.put("why.e" + cell + ".hedge", "");
        }

        assertThat(browser.form(bench.address(RATE), fields).expect(400).html().text())
                .contains("Nothing was changed");
    }
}
