package org.steelyard.portfolio.projection;

import java.util.List;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.LogFollower;
import org.steelyard.assessment.LogFollowers;
import org.steelyard.assessment.States;

/** One follower for each projection there is. */
@Component
class ProjectionFollowers implements LogFollowers {
    private final List<LogFollower> followers;

    ProjectionFollowers(List<Projection> projections, States states, Generations generations, Writer writer) {
        followers = projections.stream()
                .<LogFollower>map(projection -> new ProjectionFollower(projection, states, generations, writer))
                .toList();
    }

    @Override
    public List<LogFollower> all() {
        return followers;
    }
}
