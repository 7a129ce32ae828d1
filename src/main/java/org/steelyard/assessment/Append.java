package org.steelyard.assessment;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A whole history, already decided, for an assessment that nobody has opened yet. */
record Append(@TargetAggregateIdentifier String assessment, List<Recorded> history) {}
