package org.steelyard.eventstore;

import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.Turn;

/** The row that whoever appends holds until the end of the transaction. */
final class AppendLock implements Turn {
    /** How long one waits for its turn, in seconds. H2 has a time-out of its own, in the URL. */
    private static final int PATIENCE = 30;

    private final JdbcTemplate jdbc;

    AppendLock(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(PATIENCE);
    }

    @Override
    public void take() {
        try {
            jdbc.queryForObject("SELECT id FROM append_lock WHERE id = 1 FOR UPDATE", Integer.class);
        } catch (UncategorizedSQLException e) {
            // So Spring calls the time-outs of PostgreSQL.
            throw new CannotAcquireLockException("Others append without a pause", e);
        }
    }
}
