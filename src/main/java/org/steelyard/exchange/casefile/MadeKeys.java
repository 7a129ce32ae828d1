package org.steelyard.exchange.casefile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentCommand.RecordSource;

/**
 * Makes the keys that a file leaves out, by counting on. The decider would look through all that is there for each of them,
 * which is nothing for one command and forever for a hundred thousand.
 */
final class MadeKeys {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** The command, with a key of its own. */
    AssessmentCommand keyed(AssessmentCommand command) {
        return switch (command) {
            case RecordSource it -> {
                var key = key(it.key(), "s");
                yield new RecordSource(key, it.name(), it.kind(), it.reliability(), it.origin());
            }
            case ProposeInterpretation it -> {
                var key = key(it.key(), "i");
                yield new ProposeInterpretation(key, it.statement(), it.holder(), it.discriminator());
            }
            case RecordEvidence it -> evidence(it, key(it.key(), "e"));
            case RecordIndicator it -> {
                var key = key(it.key(), "k");
                yield new RecordIndicator(key, it.statement(), it.speaksFor(), it.deadline());
            }
            default -> command;
        };
    }

    private static RecordEvidence evidence(RecordEvidence it, String key) {
        return new RecordEvidence(
                key,
                it.claim(),
                it.source(),
                it.credibility(),
                it.relevance(),
                it.kind(),
                it.origin(),
                it.occurredOn(),
                it.publishedOn(),
                it.link(),
                it.marking());
    }

    private String key(@Nullable String given, String prefix) {
        if (given != null) {
            taken.add(given);
            return given;
        }
        String made;
        do {
            made = prefix + counts.merge(prefix, 1, Integer::sum);
        } while (!taken.add(made));
        return made;
    }
}
