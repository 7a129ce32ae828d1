package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.Recorded;

class NewPagesTest {
    private final String key = TestServer.newKey();
    private final Client browser = Bench.browser("an3");

    @Test
    void an_assessment_is_opened_with_its_interpretations_since_the_day_that_is_named() {
        var second = FilledForm.on(browser, first().send("next").expect(200), "/new");

        var reply = second.with("statement.0", "It lasts")
                .with("name.0", "Deepening")
                .with("statement.1", "It ends")
                .send("open")
                .expect(302);

        assertThat(reply.header("Location")).endsWith("/a/" + key);
        var log = Bench.log(key);
        assertThat(log)
                .extracting(Recorded::kind)
                .containsExactly("assessment-opened", "interpretation-proposed", "interpretation-proposed");
        assertThat(log.getFirst().event())
                .isInstanceOfSatisfying(
                        AssessmentOpened.class,
                        opened -> assertThat(opened.title()).isEqualTo("Durability"));
        assertThat(log.get(1).event()).isEqualTo(new InterpretationProposed("deepening", "It lasts", null, null));
        assertThat(log).allSatisfy(event -> {
            assertThat(event.stamp().effectiveAt()).isEqualTo(Bench.SINCE);
            assertThat(event.stamp().actor()).isEqualTo("an3");
        });
        browser.get("/a/" + key + "/settings").expect(200);
    }

    @Test
    void fewer_than_two_interpretations_are_refused_and_nothing_is_recorded() {
        var second = FilledForm.on(browser, first().send("next").expect(200), "/new");

        var page = second.with("statement.0", "It lasts").send("open").expect(400);

        assertThat(Bench.wrongAt(page, "statement-1")).contains("empty");
        assertThat(FilledForm.on(browser, page, "/new").value("statement.0")).isEqualTo("It lasts");
        assertThat(Bench.log(key)).isEmpty();
    }

    @Test
    void a_question_that_is_missing_is_asked_for_before_the_second_step() {
        var page = first().with("question", "").send("next").expect(400);

        assertThat(Bench.wrongAt(page, "question")).contains("empty");
        assertThat(FilledForm.on(browser, page, "/new").value("title")).isEqualTo("Durability");
    }

    @Test
    void the_first_step_can_be_gone_back_to_with_all_that_was_typed() {
        var second =
                FilledForm.on(browser, first().send("next").expect(200), "/new").with("statement.0", "It lasts");

        var first = FilledForm.on(browser, second.send("back").expect(200), "/new");

        assertThat(first.value("title")).isEqualTo("Durability");
        assertThat(FilledForm.on(browser, first.send("next").expect(200), "/new")
                        .value("statement.0"))
                .isEqualTo("It lasts");
    }

    @Test
    void who_may_not_open_assessments_is_told_so() {
        Bench.browser("reader").get("/new").expect(403);
    }

    private FilledForm first() {
        return FilledForm.at(browser, "/new")
                .with("title", "Durability")
                .with("question", "Will it last?")
                .with("since", "2025-01-01")
                .with("key", key);
    }
}
