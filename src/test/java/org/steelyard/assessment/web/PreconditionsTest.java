package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.web.Case.SERVER;
import static org.steelyard.assessment.web.Case.json;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Submission;

class PreconditionsTest {
    private final Case it = Case.open();

    @Test
    void a_write_on_the_newest_revision_is_recorded() {
        long revision = it.revision();

        comment("If-Match", "\"" + revision + "\"").expect(201);

        assertThat(it.revision()).isEqualTo(revision + 1);
    }

    @Test
    void a_write_on_an_older_revision_is_412_and_says_the_newest() {
        comment("If-Match", "\"1\"").expect(201);

        var stale = it.unchanged(() -> comment("If-Match", "\"1\"")).expect(412);

        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.header("Content-Type")).startsWith("application/problem+json");
        assertThat(stale.json().path("detail").stringValue()).contains("revision 2");
    }

    @Test
    void a_stale_write_is_412_before_its_body_is_looked_at() {
        it.unchanged(() -> it.as("an1").with("If-Match", "\"7\"").post(it.path("/comments"), "{"))
                .expect(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*", "W/\"1\"", "\"1\", \"2\"", "\"1", ""})
    void if_match_is_one_strong_tag(String tag) {
        it.unchanged(() -> comment("If-Match", tag)).expect(400);
    }

    @Test
    void a_repeated_write_is_answered_as_the_first_was_whatever_happened_since() {
        var first = comment("Idempotency-Key", "once").expect(201);
        comment("X-Other", "write").expect(201);

        var again = it.unchanged(() -> comment("Idempotency-Key", "once")).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_repeated_write_is_answered_before_its_if_match_is_looked_at() {
        var caller = it.as("an1").with("Idempotency-Key", "matched").with("If-Match", "\"1\"");
        caller.post(it.path("/comments"), json("{'text': 'Once'}")).expect(201);

        var again = it.unchanged(() -> caller.post(it.path("/comments"), json("{'text': 'Once'}")));

        assertThat(again.expect(201).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_repeated_opening_is_answered_with_the_place_of_the_first() {
        var caller = SERVER.as("an1").with("Idempotency-Key", TestServer.newKey());
        var body = json("{'title': 'Nameless %s', 'question': 'Which?'}", it.key());
        var first = caller.post("/api/v1/assessments", body).expect(201);

        var again = caller.post("/api/v1/assessments", body).expect(201);

        assertThat(again.header("Location"))
                .isEqualTo(first.header("Location"))
                .isEqualTo("/api/v1/assessments/nameless-" + it.key());
    }

    @Test
    void another_body_under_a_used_key_is_422() {
        comment("Idempotency-Key", "twice").expect(201);
        var caller = it.as("an1").with("Idempotency-Key", "twice");

        it.unchanged(() -> caller.post(it.path("/comments"), json("{'text': 'Another'}")))
                .expect(422);
        it.unchanged(() -> caller.post(it.path("/comments"), "not even JSON")).expect(422);
    }

    @Test
    void the_same_key_of_another_user_or_for_another_path_is_another_write() {
        comment("Idempotency-Key", "mine").expect(201);

        it.as("an2")
                .with("Idempotency-Key", "mine")
                .post(it.path("/comments"), json("{'text': 'Mine'}"))
                .expect(201);
        it.as("an1")
                .with("Idempotency-Key", "mine")
                .post(it.path("/interpretations"), json("{'statement': 'Mine'}"))
                .expect(201);

        assertThat(it.log())
                .extracting(Recorded::kind)
                .containsExactly("assessment-opened", "comment-made", "comment-made", "interpretation-proposed");
    }

    @Test
    void a_refused_write_does_not_use_its_key_up() {
        var caller = it.as("an1").with("Idempotency-Key", "retried");
        it.unchanged(() -> caller.post(it.path("/comments"), json("{'text': ''}")))
                .expect(400);

        caller.post(it.path("/comments"), json("{'text': 'Now it is right'}")).expect(201);
    }

    @Test
    void rights_come_before_a_kept_answer() {
        var second = it.as("an2").with("Idempotency-Key", "left");
        second.post(it.path("/comments"), json("{'text': 'Goodbye'}")).expect(201);
        SERVER.as("an1").delete(it.path("/members/an2")).expect(200);

        second.post(it.path("/comments"), json("{'text': 'Goodbye'}")).expect(404);
    }

    @Test
    void rights_come_before_everything_else() {
        for (String outsider : new String[] {"outsider", "reader"}) {
            var caller = it.as(outsider).with("If-Match", "rubbish").with("Idempotency-Key", " ");
            it.unchanged(() -> caller.send("POST", it.path("/evidence"), "text/plain", "rubbish"))
                    .expect(outsider.equals("reader") ? 403 : 404);
        }
    }

    /** While somebody else's write holds the assessment, of two twins only the one that is refused can be answered. */
    @Test
    void a_twin_of_a_write_under_way_is_409_and_may_come_again() throws Exception {
        var held = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding = threads.submit(
                    () -> SERVER.bean(Assessments.class).record(it.key(), List.of(comment()), null, outcome -> {
                        inside.countDown();
                        await(held);
                    }));
            inside.await();
            var twins = new ExecutorCompletionService<Reply>(threads);
            var both = Stream.generate(() -> twins.submit(() -> comment("Idempotency-Key", "twin")))
                    .limit(2)
                    .toList();
            var refused = twins.take().get().expect(409);
            held.countDown();

            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(twins.take().get().expect(201).header("ETag")).isEqualTo("\"3\"");
            assertThat(both).allSatisfy(twin -> assertThat(twin).isDone());
            assertThat(holding.get().last().revision()).isEqualTo(2);
        }
        var again = it.unchanged(() -> comment("Idempotency-Key", "twin"));
        assertThat(again.expect(201).header("ETag")).isEqualTo("\"3\"");
    }

    private static Submission comment() {
        return Submission.of(new MakeComment("Held", null, null), "an1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply comment(String header, String value) {
        return it.as("an1").with(header, value).post(it.path("/comments"), json("{'text': 'A comment'}"));
    }
}
