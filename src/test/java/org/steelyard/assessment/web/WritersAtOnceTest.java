package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.web.Case.json;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.Recorded;

class WritersAtOnceTest {
    private static final int WRITERS = 32;

    private final Case it = Case.open();

    @Test
    void without_if_match_all_are_recorded_once() throws Exception {
        var replies = atOnce(it.as("an1"));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(reply -> reply.json().path("revision").longValue())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, WRITERS + 1).boxed().toList());
        assertThat(it.log())
                .extracting(Recorded::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS + 1).boxed().toList());
        assertThat(it.log().stream().skip(1))
                .extracting(recorded -> ((CommentMade) recorded.event()).text())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, WRITERS)
                        .mapToObj(n -> "Comment " + n)
                        .toList());
    }

    @Test
    void with_if_match_exactly_one_is_recorded_and_the_others_are_412() throws Exception {
        var replies = atOnce(it.as("an1").with("If-Match", "\"1\""));

        assertThat(replies)
                .extracting(Reply::status)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(replies)
                .extracting(Reply::status)
                .filteredOn(status -> status == 412)
                .hasSize(WRITERS - 1);
        assertThat(it.revision()).isEqualTo(2);
    }

    @Test
    void of_the_same_key_exactly_one_is_recorded_and_the_others_are_409() throws Exception {
        var replies = sent(n -> it.post("/interpretations", "{'key': 'one', 'statement': 'By %d'}", n));

        assertThat(replies)
                .extracting(Reply::status)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(replies)
                .extracting(Reply::status)
                .filteredOn(status -> status == 409)
                .hasSize(WRITERS - 1);
        assertThat(it.revision()).isEqualTo(2);
    }

    @Test
    void twins_under_one_idempotency_key_are_recorded_once() throws Exception {
        var caller = it.as("an1").with("Idempotency-Key", "crowd");

        var replies = sent(n -> caller.post(it.path("/comments"), json("{'text': 'The same'}")));

        assertThat(replies).extracting(Reply::status).contains(201);
        assertThat(replies).extracting(Reply::status).isSubsetOf(201, 409);
        assertThat(it.revision()).isEqualTo(2);
    }

    private List<Reply> atOnce(Client caller) throws Exception {
        return sent(n -> caller.post(it.path("/comments"), json("{'text': 'Comment %d'}", n)));
    }

    /** Sends so many requests that all wait for each other before they go. */
    private static List<Reply> sent(java.util.function.IntFunction<Reply> request) throws Exception {
        var start = new CyclicBarrier(WRITERS);
        var writers = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            writers.add(() -> {
                start.await();
                return request.apply(number);
            });
        }
        var replies = new ArrayList<Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reply : threads.invokeAll(writers)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }
}
