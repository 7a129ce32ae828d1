package org.steelyard.eventstore;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.assessment.LogFollower;

/** Hands events to a follower, each behind a savepoint: what one that fails wrote is undone, what others wrote stays. */
final class Following implements EventMessageHandler {
    private final LogFollower follower;
    private final TransactionTemplate undoable;

    Following(LogFollower follower, DataSource dataSource) {
        this.follower = follower;
        undoable = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        if (message.getPayload() instanceof Appended appended) {
            try {
                undoable.executeWithoutResult(status -> follower.follow(appended.assessment(), appended.revision()));
            } catch (Error error) {
                // Axon parks for exceptions alone.
                throw new IllegalStateException(error.toString(), error);
            }
        }
        return null;
    }

    /** Whether it is the event that cannot be taken, rather than the database that cannot be reached just now. */
    static boolean isOfTheEvent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof OutOfMemoryError) {
                return false;
            }
        }
        return true;
    }
}
