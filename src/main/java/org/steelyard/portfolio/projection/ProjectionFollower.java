package org.steelyard.portfolio.projection;

import java.util.List;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.LogFollower;
import org.steelyard.assessment.States;

/** Keeps the generations of a projection up with the log: the one that serves, and the next once it is handed over. */
final class ProjectionFollower implements LogFollower {
    private final Projection projection;
    private final States states;
    private final Generations generations;
    private final Writer writer;

    ProjectionFollower(Projection projection, States states, Generations generations, Writer writer) {
        this.projection = projection;
        this.states = states;
        this.generations = generations;
        this.writer = writer;
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public void follow(String assessment, long revision) {
        // Empty while the first generation reads the log in bulk: it reads this event too.
        List<Integer> followed = generations
                .find(projection.name())
                .map(Generations.State::followed)
                .orElse(List.of());
        if (followed.isEmpty()) {
            return;
        }
        States.Newest newest = states.newest(assessment);
        AssessmentState state = newest.state();
        if (state.revision() < revision) {
            throw newest.broken() != null
                    ? newest.broken()
                    : new IllegalStateException("The log has no revision " + revision + " of " + assessment);
        }
        followed.forEach(generation -> writer.advance(projection, generation, state));
    }
}
