package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.balance.Confidence;

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
