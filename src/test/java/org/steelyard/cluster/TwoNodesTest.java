package org.steelyard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.Awaiting;
import org.steelyard.Node;
import org.steelyard.PostgreSql;
import org.steelyard.assessment.Turn;
import org.steelyard.assessment.Writing;

class TwoNodesTest extends ManyWriters {
    private static final String WAITING =
            "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%append_lock%'"
                    + " AND datname = current_database()";

    TwoNodesTest() {
        super(twoOn(PostgreSql.newDatabase()));
    }

    private static Node[] twoOn(PostgreSql.Database database) {
        return new Node[] {Node.on(database), Node.on(database)};
    }

    @Test
    void who_is_beaten_once_takes_the_turn_and_catches_up_so_is_not_beaten_again() throws Exception {
        Writing.open(assessments(0), "fair");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var revisions = new ArrayList<Long>();
            for (Future<Long> write : oneThatIsBeaten(threads)) {
                revisions.add(write.get());
            }

            assertThat(revisions).containsExactly(3L, 4L);
        }
        assertThat(texts("fair")).containsExactly("quicker", "quicker again", "at last");
    }

    /** While a write of the second node waits, the first goes on with the assessment: at once, and when that one tries again. */
    private List<Future<Long>> oneThatIsBeaten(ExecutorService threads) {
        return inTurn(() -> {
            Future<Long> beaten = threads.submit(() -> Writing.say(assessments(1), "fair", "at last"));
            awaitWaiting(1);
            Future<Long> again = threads.submit(() -> inTurn(() -> {
                long revision = Writing.say(assessments(0), "fair", "quicker again");
                awaitWaiting(1);
                return revision;
            }));
            awaitWaiting(2);
            Writing.say(assessments(0), "fair", "quicker");
            return List.of(again, beaten);
        });
    }

    /** A transaction of the first node during which nobody else appends. */
    private <T> T inTurn(Supplier<T> task) {
        return new TransactionTemplate(node(0).get(PlatformTransactionManager.class)).execute(transaction -> {
            node(0).get(Turn.class).take();
            return task.get();
        });
    }

    /** Until so many wait for their turn. Asked by the other node: within one transaction the answer would not change. */
    private void awaitWaiting(long writers) {
        var jdbc = node(1).get(JdbcTemplate.class);
        Awaiting.until(
                writers + " writers wait for their turn",
                () -> Objects.equals(jdbc.queryForObject(WAITING, Long.class), writers));
    }
}
