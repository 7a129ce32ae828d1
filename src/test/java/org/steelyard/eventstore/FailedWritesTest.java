package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.Node;
import org.steelyard.PostgreSql;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.Writing;

/** A write that fails, however late, leaves the log as it was and the next write none the worse. */
class FailedWritesTest {
    @TempDir
    static Path folder;

    private final Node node = Node.with(List.of(
            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("steelyard") + ";WRITE_DELAY=0;LOCK_TIMEOUT=200",
            "--spring.datasource.hikari.maximum-pool-size=2"));

    @AfterEach
    void stop() {
        node.close();
    }

    static Stream<Consumer<Outcome>> failures() {
        return Stream.of(
                outcome -> {
                    throw new IllegalStateException("beside the events");
                },
                outcome -> {
                    throw new StackOverflowError("an error beside the events");
                },
                outcome -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new IllegalStateException("at the commit");
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void after_a_late_failure_the_next_write_goes_on_from_what_is_stored(Consumer<Outcome> failure) {
        var assessments = node.get(Assessments.class);
        var key = "late-" + System.nanoTime();
        Writing.open(assessments, key);

        // More often than there are connections.
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> assessments.record(key, List.of(Writing.comment("lost")), null, failure))
                    .isInstanceOf(RuntimeException.class);
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
        }

        assertThat(node.get(AssessmentLog.class).revision(key)).isEqualTo(1);
        assertThat(assessments
                        .record(key, List.of(Writing.comment("kept")), 1L)
                        .last()
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void who_waits_too_long_for_the_turn_to_append_records_nothing_and_may_try_again() throws Exception {
        lockedOut(node);
    }

    @Test
    void so_it_is_on_postgresql() throws Exception {
        var database = new PostgreSql.Database(PostgreSql.newDatabase().url() + "?options=-c%20lock_timeout=200");
        try (var onPostgreSql = Node.on(database)) {
            lockedOut(onPostgreSql);
        }
    }

    private static void lockedOut(Node node) throws Exception {
        var assessments = node.get(Assessments.class);
        Writing.open(assessments, "locked");
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holder = Thread.ofVirtual().start(() -> hold(node, held, release));
        held.await();

        assertThatThrownBy(() -> Writing.say(assessments, "locked", "impatient"))
                .isInstanceOf(TransientDataAccessException.class);
        release.countDown();
        holder.join();

        assertThat(node.get(AssessmentLog.class).revision("locked")).isEqualTo(1);
        assertThat(Writing.say(assessments, "locked", "patient")).isEqualTo(2);
    }

    private static void hold(Node node, CountDownLatch held, CountDownLatch release) {
        new TransactionTemplate(node.get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            node.get(JdbcTemplate.class)
                    .queryForObject("SELECT id FROM append_lock WHERE id = 1 FOR UPDATE", Integer.class);
            held.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
