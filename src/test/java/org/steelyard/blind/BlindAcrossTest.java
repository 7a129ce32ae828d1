package org.steelyard.blind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What answers over all assessments leave out for who works blind in one: they are made of tables that hold everything. */
class BlindAcrossTest {
    private static final TestServer SERVER = TestServer.shared();

    private final BlindCase blind = new BlindCase();
    private final Client mine = SERVER.as(blind.analyst);
    private final Client reader = SERVER.as("reader");

    private JsonNode listed(Client client, String path) {
        Portfolio.awaitAll();
        for (JsonNode item : client.get(path).expect(200).json().path("items")) {
            if (item.path("key").asString(item.path("assessment").asString("")).equals(blind.key)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void lists_say_when_something_hidden_was_recorded_and_neither_by_whom_nor_what() {
        long newest =
                reader.get(blind.path("")).expect(200).json().path("revision").asLong();
        for (String list :
                List.of("/api/v1/assessments?q=" + blind.key, "/api/v1/assessments?asOf=2999-01-01&q=" + blind.key)) {
            var entry = listed(mine, list);
            assertThat(entry.path("revision").asLong()).isEqualTo(newest);
            assertThat(entry.path("changedBy").isNull()
                            && entry.path("changedKind").isNull())
                    .as(entry.toString())
                    .isTrue();
            assertThat(listed(reader, list).path("changedBy").asString()).isEqualTo(blind.other);
            String byAnalyst = list + "&analyst=" + blind.other;
            assertThat(listed(mine, byAnalyst)).as("who rated there").isEmpty();
            assertThat(listed(reader, byAnalyst)).isNotEmpty();
        }
        String portfolio = "/api/v1/portfolio?q=" + blind.key;
        var last = listed(mine, portfolio).path("lastChange");
        assertThat(last.path("revision").asLong()).isEqualTo(newest);
        assertThat(last.path("actor").isNull() && last.path("kind").isNull()).isTrue();
        assertThat(listed(reader, portfolio).path("lastChange").path("kind").asString())
                .isEqualTo("judgment-recorded");

        blind.judge(mine, 0.5, "mine");
        assertThat(listed(mine, "/api/v1/assessments?q=" + blind.key)
                        .path("changedBy")
                        .asString())
                .isEqualTo(blind.analyst);
    }

    @Test
    void a_source_carries_no_leader_that_is_made_of_hidden_ratings() {
        assertThat(hanging(reader)).contains(blind.key);
        assertThat(hanging(mine)).doesNotContain(blind.key);

        blind.judge(mine, 0.5, "mine");
        assertThat(hanging(mine)).as("e1 and e2 are not rated yet").doesNotContain(blind.key);

        blind.rate(mine, "e1", "lasts", "C", "mine");
        blind.rate(mine, "e2", "lasts", "C", "mine");
        assertThat(hanging(mine)).contains(blind.key);
    }

    private String hanging(Client client) {
        Portfolio.awaitAll();
        for (JsonNode source : client.get("/api/v1/sources?q=s-" + blind.key)
                .expect(200)
                .json()
                .path("items")) {
            return source.path("leadersHanging").toString();
        }
        throw new AssertionError("The source is not listed");
    }

    @Test
    void ones_judgment_is_stale_by_a_new_item_only_as_far_as_one_sees_how_it_was_rated() {
        blind.rate(mine, "e1", "lasts", "C", "mine");
        blind.rate(mine, "e2", "lasts", "C", "mine");
        blind.judge(mine, 0.5, "mine");
        SERVER.as(blind.owner)
                .post(blind.path("/evidence"), """
                        {"key": "e4", "claim": "Claim e4", "source": "s-%s", "credibility": 1, "relevance": "H"}""".formatted(blind.key))
                .expect(201);
        Client canary = SERVER.as(blind.other);
        blind.rate(canary, "e4", "lasts", "II", "new");
        blind.rate(canary, "e4", "ends", "CC", "new");

        String list = "/api/v1/judgments?analyst=" + blind.analyst;
        assertThat(listed(reader, list).path("stale")).isNotEmpty();
        assertThat(listed(mine, list).path("stale")).isEmpty();
        assertThat(listed(mine, "/api/v1/portfolio?q=" + blind.key)
                        .path("stale")
                        .asInt())
                .isZero();

        blind.rate(mine, "e4", "lasts", "N", "mine");
        assertThat(listed(mine, list).path("stale")).isNotEmpty();
    }

    @Test
    void others_judgments_are_listed_once_one_has_judged() {
        String list = "/api/v1/judgments?analyst=" + blind.other;
        assertThat(listed(reader, list)).isNotEmpty();
        assertThat(listed(mine, list)).isEmpty();

        blind.judge(mine, 0.5, "mine");
        assertThat(listed(mine, list).path("confidence").asString()).isEqualTo("HIGH");
    }

    @Test
    void a_review_that_a_hidden_rating_outdates_is_not_told_to_be_outdated() {
        long reviewed =
                reader.get(blind.path("")).expect(200).json().path("revision").asLong();
        SERVER.as(blind.owner)
                .post(
                        blind.path("/review-requests"),
                        "{\"revision\": %d, \"reviewers\": [\"reviewer\"]}".formatted(reviewed))
                .expect(201);
        SERVER.as("reviewer")
                .post(
                        blind.path("/reviews"),
                        "{\"revision\": %d, \"verdict\": \"APPROVED\", \"text\": \"Fine\"}".formatted(reviewed))
                .expect(201);
        blind.rate(SERVER.as(blind.other), "e3", "ends", "CC", "new");

        assertThat(listed(reader, "/api/v1/reviews?reviewer=reviewer&limit=1000")
                        .path("outdatedBy")
                        .isNull())
                .isFalse();
        assertThat(listed(mine, "/api/v1/reviews?reviewer=reviewer&limit=1000")
                        .path("outdatedBy")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_stream_of_all_assessments_says_that_something_was_recorded_and_not_what() {
        try (var deaf = mine.listen("/api/v1/portfolio/stream");
                var all = reader.listen("/api/v1/portfolio/stream")) {
            blind.rate(SERVER.as(blind.other), "e3", "ends", "CC", "new");
            blind.rate(mine, "e3", "ends", "C", "mine");

            var told = deaf.await(2);
            assertThat(told.getFirst().data().path("assessment").asString()).isEqualTo(blind.key);
            for (String field : List.of("kind", "item", "actor")) {
                assertThat(told.getFirst().data().path(field).isNull())
                        .as(field)
                        .isTrue();
            }
            assertThat(told.get(1).data().path("item").asString())
                    .as("one's own")
                    .isEqualTo("e3/ends");
            assertThat(all.await(1).getFirst().data().path("actor").asString()).isEqualTo(blind.other);
        }
    }
}
