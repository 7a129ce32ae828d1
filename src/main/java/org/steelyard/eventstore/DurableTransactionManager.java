package org.steelyard.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions whose commit means "on the disk". H2 acknowledges a commit before it forces it; so each commit that may have
 * written is followed by {@code CHECKPOINT SYNC}, which commits that arrive together share. PostgreSQL forces by itself.
 */
final class DurableTransactionManager extends JdbcTransactionManager {
    private final boolean force;
    private final AtomicLong committed = new AtomicLong();
    private final Object forcing = new Object();
    private long forced;

    DurableTransactionManager(DataSource dataSource, boolean force) {
        super(dataSource);
        this.force = force;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (force && !status.isReadOnly()) {
            forceToDisk(committed.incrementAndGet());
        }
    }

    /** Returns once everything committed up to this count is on the disk. */
    private void forceToDisk(long mine) {
        synchronized (forcing) {
            if (forced >= mine) {
                return;
            }
            long upTo = committed.get();
            try (Statement statement = connection().createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException e) {
                throw new TransactionSystemException("Committed, but could not be forced to the disk", e);
            }
            forced = upTo;
        }
    }

    private Connection connection() {
        if (TransactionSynchronizationManager.getResource(obtainDataSource()) instanceof ConnectionHolder holder) {
            return holder.getConnection();
        }
        throw new TransactionSystemException("The committed transaction has no connection");
    }
}
