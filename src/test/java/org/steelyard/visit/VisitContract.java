package org.steelyard.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.steelyard.Node;
import org.steelyard.TestServer;

/** What a visit is, whatever the database. Time moves as the test says. */
abstract class VisitContract {
    private static final Instant START = Instant.parse("2025-03-02T10:00:00.123456Z");

    private final String assessment = TestServer.newKey();
    private Instant now = START;

    abstract Node node();

    private VisitTable table() {
        return node().get(VisitTable.class);
    }

    private JdbcClient jdbc() {
        return node().get(JdbcClient.class);
    }

    @BeforeEach
    void two_readers_have_accounts() {
        for (var name : new String[] {"ann", "bob"}) {
            addAccount(name);
        }
    }

    private void addAccount(String name) {
        if (jdbc().sql("SELECT user_name FROM account WHERE user_name = ?")
                .param(name)
                .query()
                .listOfRows()
                .isEmpty()) {
            jdbc().sql("INSERT INTO account VALUES (?, 'x', 'READER', FALSE, FALSE, 1, CURRENT_TIMESTAMP)")
                    .param(name)
                    .update();
        }
    }

    private void after(Duration pause) {
        now = now.plus(pause);
    }

    private void look() {
        table().note("ann", assessment, now, false);
    }

    private void record() {
        table().note("ann", assessment, now, true);
    }

    private OptionalAssert<Instant> lastVisit() {
        return assertThat(table().previousEnd("ann", assessment, now));
    }

    @Test
    void the_first_visit_has_none_before_it() {
        lastVisit().isEmpty();
        look();
        after(Duration.ofMinutes(20));
        look();
        lastVisit().isEmpty();
    }

    @Test
    void a_visit_ends_with_its_last_request_once_thirty_minutes_pass_without_one() {
        look();
        after(Duration.ofMinutes(29));
        look();
        Instant end = now;
        after(Duration.ofMinutes(30));
        lastVisit().isEmpty();
        after(Duration.ofNanos(1_000));
        lastVisit().contains(end);
    }

    @Test
    void during_a_visit_the_answer_stays_the_same_however_often_one_looks() {
        look();
        Instant end = now;
        after(Duration.ofHours(5));
        for (int reload = 0; reload < 8; reload++) {
            lastVisit().contains(end);
            look();
            lastVisit().contains(end);
            after(Duration.ofMinutes(10));
        }
    }

    @Test
    void requests_within_a_minute_are_written_once_and_a_recording_always() {
        look();
        after(Duration.ofSeconds(59));
        look();
        assertThat(lastRequest()).isEqualTo(START);
        record();
        assertThat(lastRequest()).isEqualTo(now);
        after(Duration.ofSeconds(60));
        look();
        assertThat(lastRequest()).isEqualTo(now);
    }

    @Test
    void a_clock_that_is_behind_takes_nothing_back() {
        look();
        after(Duration.ofHours(1));
        look();
        Instant newest = now;
        after(Duration.ofMinutes(-45));
        look();
        record();
        assertThat(lastRequest()).isEqualTo(newest);
        now = newest;
        lastVisit().contains(START);
    }

    @Test
    void readers_and_assessments_are_told_apart() {
        look();
        after(Duration.ofDays(1));
        assertThat(table().previousEnd("bob", assessment, now)).isEmpty();
        assertThat(table().previousEnd("ann", TestServer.newKey(), now)).isEmpty();
        lastVisit().contains(START);
    }

    @Test
    void requests_at_once_make_one_visit() throws Exception {
        var racing = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            racing.add(() -> {
                look();
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> done : threads.invokeAll(racing)) {
                assertThat(done.get()).isTrue();
            }
            after(Duration.ofDays(1));
            for (Future<Boolean> done : threads.invokeAll(racing)) {
                assertThat(done.get()).isTrue();
            }
        }
        lastVisit().contains(START);
        assertThat(lastRequest()).isEqualTo(now);
    }

    @Test
    void a_visit_of_long_ago_is_forgotten() {
        look();
        after(VisitTable.KEPT);
        table().forgetBefore(now);
        lastVisit().contains(START);
        after(Duration.ofSeconds(1));
        table().forgetBefore(now);
        lastVisit().isEmpty();
    }

    @Test
    void visits_go_with_the_account() {
        addAccount("leaver");
        table().note("leaver", assessment, now, false);
        jdbc().sql("DELETE FROM account WHERE user_name = 'leaver'").update();
        addAccount("leaver");
        after(Duration.ofDays(1));
        assertThat(table().previousEnd("leaver", assessment, now)).isEmpty();
    }

    private Instant lastRequest() {
        return jdbc().sql("SELECT last_request FROM visit WHERE user_name = 'ann' AND assessment_key = ?")
                .param(assessment)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
