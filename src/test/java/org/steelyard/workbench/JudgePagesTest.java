package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;

class JudgePagesTest {
    private static final String JUDGE = "/judge";

    private final Bench bench = new Bench();

    @Test
    void a_judgment_is_recorded_as_it_was_given() {
        var recorded =
                bench.recordedBy(filled().with("effectiveOn", "2025-02-01").send());

        assertThat(recorded.event())
                .isEqualTo(new JudgmentRecorded(
                        Map.of("deepening", 0.705, "hedge", 0.4),
                        Confidence.LOW,
                        "The treaty binds.",
                        List.of("e2"),
                        List.of("e1")));
        assertThat(recorded.stamp().effectiveAt()).isEqualTo("2025-02-01T00:00:00Z");
        assertThat(recorded.stamp().author()).isEqualTo("an2");
    }

    @Test
    void a_probability_that_is_none_is_refused_at_its_field() {
        int before = bench.log().size();

        var page = filled().with("p.hedge", "140").send().expect(400);

        assertThat(page.html().select("#wrong a[href=#f-p-hedge]")).hasSize(1);
        assertThat(page.html().select("#word-deepening").text()).isEqualTo("likely");
        var again = FilledForm.on(Bench.browser("an2"), page, bench.address(JUDGE));
        assertThat(again.value("p.hedge")).isEqualTo("140");
        assertThat(again.value("rationale")).isEqualTo("The treaty binds.");
        assertThat(bench.log()).hasSize(before);
    }

    @Test
    void while_one_types_the_server_says_the_words_and_the_sum() {
        var words = Bench.browser("an2")
                .get(bench.address("/judge/words?p.deepening=70&p.hedge=40"))
                .expect(200)
                .html();

        assertThat(words.select("#word-deepening").text()).isEqualTo("likely");
        assertThat(words.select("#sum").text()).contains("110").contains("coherent");
    }

    @Test
    void the_last_judgment_is_shown_and_can_be_withdrawn() {
        filled().send().expect(302);
        var browser = Bench.browser("an2");
        var page = browser.get(bench.address(JUDGE));
        assertThat(page.html().text()).contains("The treaty binds.");

        var recorded = bench.recordedBy(FilledForm.on(browser, page, bench.address(JUDGE), "withdraw")
                .with("reason", "overtaken")
                .send());

        assertThat(recorded.kind()).isEqualTo("judgment-withdrawn");
        assertThat(recorded.stamp().reason()).isEqualTo("overtaken");
    }

    @Test
    void what_was_given_is_kept_and_what_is_made_of_it_stands_beside() {
        var words = Bench.browser("an2")
                .get(bench.address("/judge/words?p.deepening=70&p.hedge=40"))
                .expect(200)
                .html();

        assertThat(words.select("#coherent-deepening").text()).contains("made coherent", "65");
        assertThat(words.select("#coherent-hedge").text()).contains("35");
        assertThat(bench.recordedBy(filled().send()).event())
                .isInstanceOfSatisfying(
                        JudgmentRecorded.class,
                        e -> assertThat(e.probabilities()).containsEntry("deepening", 0.705));
    }

    @Test
    void what_adds_up_is_left_alone_and_a_lacking_number_makes_nothing_coherent() {
        var browser = Bench.browser("an2");
        for (String typed :
                List.of("p.deepening=60&p.hedge=40", "p.deepening=60&p.hedge=", "p.deepening=0&p.hedge=0")) {
            var words = browser.get(bench.address("/judge/words?" + typed)).expect(200);

            assertThat(words.html().select(".coherent").text()).as(typed).isBlank();
        }
    }

    @Test
    void where_several_may_hold_only_the_ends_are_moved() {
        var overlapping = new Bench(Relation.OVERLAPPING, false);

        var words = Bench.browser("an2")
                .get(overlapping.address("/judge/words?p.deepening=100&p.hedge=40"))
                .expect(200)
                .html();

        assertThat(words.select("#coherent-deepening").text()).contains("99.9");
        assertThat(words.select("#coherent-hedge").text()).isEmpty();
    }

    @Test
    void who_judges_again_begins_with_empty_fields_sees_what_they_gave_and_is_asked_what_changed() {
        filled().send().expect(302);
        bench.record("an1", new ProposeInterpretation("third", "Neither", null, null));
        var page = Bench.browser("an2").get(bench.address(JUDGE)).expect(200);

        assertThat(page.html().select("[name=p.deepening]").val()).isEmpty();
        assertThat(page.html().select(".share").getFirst().text()).contains("before: 71");
        assertThat(page.html().select("#since").text()).contains("an1 proposed interpretation third");
        assertThat(page.html().select("#since a[href*=/log?at=]")).hasSize(1);

        var again = filled().with("p.third", "0");
        var refused = again.send().expect(400);
        assertThat(Bench.wrongAt(refused, "reason")).contains("what changed your mind");

        var recorded = bench.recordedBy(again.with("reason", "A third way").send());
        assertThat(recorded.stamp().reason()).isEqualTo("A third way");
    }

    @Test
    void answers_to_the_prompts_are_kept_under_their_headings() {
        var recorded = bench.recordedBy(filled().with("assumptions", "The war goes on.")
                .with("premortem", "It ended.")
                .send());

        assertThat(recorded.event())
                .isInstanceOfSatisfying(
                        JudgmentRecorded.class,
                        e -> assertThat(e.rationale())
                                .isEqualTo("The treaty binds.\n\nKey assumptions:\nThe war goes on.\n\n"
                                        + "Premortem:\nIt ended."));
    }

    @Test
    void prompts_take_the_place_of_no_rationale() {
        var page = filled().with("rationale", "")
                .with("premortem", "It ended.")
                .send()
                .expect(400);

        assertThat(Bench.wrongAt(page, "rationale")).isNotEmpty();
        assertThat(page.html().select("[name=premortem]").text()).isEqualTo("It ended.");
    }

    @Test
    void what_it_rests_on_is_picked_from_rows_that_have_ones_own_ratings_most_diagnostic_first() {
        bench.rate("an2", "e2", "deepening", Rating.CC);
        bench.rate("an2", "e2", "hedge", Rating.II);
        bench.rate("an1", "e1", "hedge", Rating.C);

        var rows = Bench.browser("an2")
                .get(bench.address(JUDGE))
                .expect(200)
                .html()
                .select(".grounds tbody tr");

        assertThat(rows.get(0).select("th a").text()).isEqualTo("e2");
        assertThat(rows.get(0).select("td.cell").eachText()).containsExactly("CC", "II");
        assertThat(rows.get(1).select("td.cell").eachText()).containsExactly("·", "·");
    }

    private FilledForm filled() {
        return bench.form("an2", JUDGE)
                .with("p.deepening", "70.5")
                .with("p.hedge", "40")
                .with("confidence", "LOW")
                .with("rationale", "The treaty binds.")
                .with("restsOn", "e2")
                .with("arguedAgainst", "e1");
    }
}
