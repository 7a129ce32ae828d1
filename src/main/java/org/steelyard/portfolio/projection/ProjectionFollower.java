package org.steelyard.portfolio.projection;

import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.LogFollower;
import org.steelyard.assessment.States;

/** Keeps the serving generation of a projection up with the log. */
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
        int serving = generations.serving(projection.name());
        if (serving == 0) {
            // The first generation is still being built, and reads this event too before it serves.
            return;
        }
        States.Newest newest = states.newest(assessment);
        AssessmentState state = newest.state();
        if (state.revision() < revision) {
            throw newest.broken() != null
                    ? newest.broken()
                    : new IllegalStateException("The log has no revision " + revision + " of " + assessment);
        }
        writer.advance(projection, serving, state);
    }
}
