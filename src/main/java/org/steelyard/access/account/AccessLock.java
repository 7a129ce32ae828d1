package org.steelyard.access.account;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One change of users, tokens or members at a time, on all nodes, so that a rule about the last of something cannot be raced.
 * Counts them, so that whoever keeps what it read of them learns with one look that it is of yesterday.
 */
@Component
public class AccessLock {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    AccessLock(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Does the work in a transaction, the caller's where there is one, that holds the lock until it commits. */
    public <T> T holding(Supplier<T> work) {
        return transactions.execute(status -> {
            jdbc.update("UPDATE access_lock SET changes = changes + 1 WHERE id = 1");
            return work.get();
        });
    }

    /** How many changes were committed so far. */
    public long changes() {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT changes FROM access_lock WHERE id = 1", Long.class));
    }
}
