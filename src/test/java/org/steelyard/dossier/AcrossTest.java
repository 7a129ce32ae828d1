package org.steelyard.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.access.Access;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.dossier.Across.Start;

/** Going over many assessments, few at one go: those in which one analyst rated. */
class AcrossTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String ANALYST = TestServer.newKey();
    private static final List<String> KEYS = new ArrayList<>();

    @BeforeAll
    static void an_analyst_rates_in_five_assessments() {
        SERVER.addUser(ANALYST, "ANALYST");
        Client analyst = SERVER.as(ANALYST);
        for (int i = 1; i <= 5; i++) {
            String key = ANALYST + "-" + i;
            KEYS.add(key);
            String path = "/api/v1/assessments";
            post(analyst, path, "\"key\": \"" + key + "\", \"title\": \"T\", \"question\": \"Q?\"");
            path += "/" + key;
            post(
                    analyst,
                    path + "/sources",
                    "\"key\": \"s\", \"name\": \"S\", \"kind\": \"k\", \"reliability\": \"B\"");
            post(analyst, path + "/interpretations", "\"key\": \"i\", \"statement\": \"I\"");
            post(analyst, path + "/evidence", """
                    "key": "e", "claim": "C", "source": "s", "credibility": 2, "relevance": "H\"""");
            analyst.put(path + "/ratings/e/i", "{\"rating\": \"C\"}").expect(200);
        }
    }

    private static void post(Client analyst, String path, String fields) {
        analyst.post(path, "{" + fields + "}").expect(201);
    }

    private final List<String> seen = new ArrayList<>();

    private @Nullable String walk(int most, int enough, Start start, @Nullable Instant asOf) {
        var access = SERVER.bean(Access.class);
        var across = new Across(SERVER.bean(AssessmentIndex.class), SERVER.bean(Dossiers.class), access, most);
        return access.asSystem(() -> across.walk(ANALYST, start, asOf, dossier -> {
            seen.add(dossier.key());
            return seen.size() < enough;
        }));
    }

    @Test
    void all_are_seen_in_order_of_their_keys() {
        assertThat(walk(9, 9, Start.after(null), null)).isNull();
        assertThat(seen).isEqualTo(KEYS);
    }

    @Test
    void no_more_are_opened_at_one_go_than_allowed_and_it_goes_on_behind_the_last() {
        String next = walk(2, 9, Start.after(null), null);
        assertThat(next).isEqualTo(KEYS.get(1));
        next = walk(2, 9, Start.after(next), null);
        assertThat(next).isEqualTo(KEYS.get(3));
        assertThat(walk(2, 9, Start.after(next), null)).isNull();
        assertThat(seen).isEqualTo(KEYS);
    }

    @Test
    void it_ends_where_there_is_enough() {
        assertThat(walk(9, 3, Start.after(null), null)).isEqualTo(KEYS.get(2));
        assertThat(seen).isEqualTo(KEYS.subList(0, 3));
    }

    @Test
    void the_assessment_at_which_it_starts_can_be_looked_at_again() {
        walk(9, 9, Start.at(KEYS.get(3)), null);
        assertThat(seen).isEqualTo(KEYS.subList(3, 5));
    }

    @Test
    void what_had_not_begun_at_an_instant_is_passed_over() {
        assertThat(walk(2, 9, Start.after(null), Instant.parse("2020-01-01T00:00:00Z")))
                .isNotNull();
        assertThat(seen).isEmpty();
    }
}
