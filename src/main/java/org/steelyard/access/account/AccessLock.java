package org.steelyard.access.account;

import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One change of users or members at a time, on all nodes, so that a rule about the last of something cannot be raced. */
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
            jdbc.queryForList("SELECT id FROM access_lock WHERE id = 1 FOR UPDATE", Integer.class);
            return work.get();
        });
    }
}
