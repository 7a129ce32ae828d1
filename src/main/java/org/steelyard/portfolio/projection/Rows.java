package org.steelyard.portfolio.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Writes rows in batches. The statements of a batch do not see each other: nothing may be added that relies on what was added
 * before it.
 */
public final class Rows implements AutoCloseable {
    private static final int BATCH = 500;

    private final Connection connection;
    private final Map<String, Batch> batches = new LinkedHashMap<>();

    Rows(Connection connection) {
        this.connection = connection;
    }

    private static final class Batch {
        private final PreparedStatement statement;
        private int size;

        Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(@Nullable Object[] values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++size == BATCH) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (size > 0) {
                statement.executeBatch();
                size = 0;
            }
        }
    }

    /** Adds a row, or whatever else the statement does with these values. */
    public void add(String sql, @Nullable Object... values) {
        try {
            Batch batch = batches.get(sql);
            if (batch == null) {
                batch = new Batch(connection.prepareStatement(sql));
                batches.put(sql, batch);
            }
            batch.add(values);
        } catch (SQLException failure) {
            throw translated(sql, failure);
        }
    }

    /** Does at once what the statement does with these values. */
    public void now(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw translated(sql, failure);
        }
    }

    /** Writes what was added. */
    void flush() {
        try {
            for (Batch batch : batches.values()) {
                batch.flush();
            }
        } catch (SQLException failure) {
            throw translated(null, failure);
        }
    }

    private static DataAccessException translated(@Nullable String sql, SQLException failure) {
        DataAccessException translated = new SQLStateSQLExceptionTranslator().translate("Writing rows", sql, failure);
        return translated == null ? new UncategorizedSQLException("Writing rows", sql, failure) : translated;
    }

    @Override
    public void close() {
        for (Batch batch : batches.values()) {
            try {
                batch.statement.close();
            } catch (SQLException ignored) {
                // The connection closes it.
            }
        }
    }
}
