package org.steelyard.eventstore;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.EventTypes;
import org.steelyard.assessment.Recorded;

/** The wire names as the store writes them. */
@Component
class StoredEventTypes implements EventTypes {

    @Override
    public String nameOf(AssessmentEvent event) {
        return Objects.requireNonNull(EventNames.nameOf(event.getClass()));
    }

    @Override
    public Set<String> kinds() {
        return EventNames.all().keySet().stream().map(Recorded::kindOf).collect(toUnmodifiableSet());
    }
}
