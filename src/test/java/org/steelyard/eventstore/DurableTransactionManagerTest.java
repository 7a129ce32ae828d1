package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

class DurableTransactionManagerTest {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private boolean diskIsFull;
    private DataSource database;

    @BeforeEach
    void open() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:");
        database = proxy(DataSource.class, h2);
    }

    @Test
    void a_commit_is_followed_by_a_force_on_the_same_connection() {
        transaction(false).executeWithoutResult(status -> calls.clear());

        assertThat(calls).containsSubsequence("commit", "CHECKPOINT SYNC", "close");
    }

    @Test
    void what_was_only_read_forces_nothing() {
        transaction(true).executeWithoutResult(status -> {});

        assertThat(calls).contains("commit").doesNotContain("CHECKPOINT SYNC");
    }

    @Test
    void what_was_rolled_back_forces_nothing() {
        transaction(false).executeWithoutResult(status -> status.setRollbackOnly());

        assertThat(calls).contains("rollback").doesNotContain("CHECKPOINT SYNC");
    }

    @Test
    void a_commit_that_cannot_be_forced_is_not_acknowledged_and_frees_its_connection() {
        diskIsFull = true;
        var transaction = transaction(false);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {}))
                .isInstanceOf(TransactionSystemException.class)
                .hasMessageContaining("could not be forced");
        assertThat(calls).endsWith("close");

        diskIsFull = false;
        calls.clear();
        transaction.executeWithoutResult(status -> {});
        assertThat(calls).contains("CHECKPOINT SYNC");
    }

    private TransactionTemplate transaction(boolean readOnly) {
        var transaction = new TransactionTemplate(new DurableTransactionManager(database, true));
        transaction.setReadOnly(readOnly);
        return transaction;
    }

    /** The real thing, with every call of commit, rollback, close and execute written down. */
    private <T> T proxy(Class<T> type, Object real) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (List.of("commit", "rollback", "close").contains(method.getName()) && real instanceof Connection) {
                calls.add(method.getName());
            }
            if (method.getName().equals("execute")) {
                calls.add(String.valueOf(arguments[0]));
                if (diskIsFull) {
                    throw new SQLException("no space left");
                }
            }
            try {
                Object answer = method.invoke(real, arguments);
                return switch (answer) {
                    case Connection connection -> proxy(Connection.class, connection);
                    case Statement statement -> proxy(Statement.class, statement);
                    case null, default -> answer;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
