package org.steelyard.assessment;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What the aggregate is asked to decide and record.
 *
 * @param inTurn whether nobody else may append from when the assessment is loaded until this is recorded
 * @param alongside runs in the transaction of the events, after them
 */
record Decide(
        @TargetAggregateIdentifier String assessment,
        List<Submission> submissions,
        @Nullable Long ifMatch,
        boolean inTurn,
        Consumer<Outcome> alongside) {}
