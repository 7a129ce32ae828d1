package org.steelyard.portfolio.projection;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.portfolio.projection.Projection.Advance;

/** Brings the rows of assessments up to their states, whether one event was added or all are new. */
@Component
class Writer {
    private final Generations generations;
    private final JdbcTemplate jdbc;

    Writer(Generations generations, JdbcTemplate jdbc) {
        this.generations = generations;
        this.jdbc = jdbc;
    }

    /** Brings an assessment's rows up to this state, in the transaction of the caller; nothing where they are there. */
    void advance(Projection projection, int generation, AssessmentState state) {
        long done = generations.holdRevision(projection.name(), generation, state.key());
        if (done < state.revision()) {
            write(projection, List.of(new Advance(generation, state, done)));
            generations.setRevision(projection.name(), generation, state.key(), state.revision());
        }
    }

    /** Writes all rows of assessments of which there are none yet, in the transaction of the caller. */
    void begin(Projection projection, int generation, List<AssessmentState> states) {
        write(
                projection,
                states.stream().map(state -> new Advance(generation, state, 0)).toList());
        jdbc.batchUpdate(
                "INSERT INTO projected VALUES (?, ?, ?, ?)",
                states.stream()
                        .map(state -> new Object[] {projection.name(), generation, state.key(), state.revision()})
                        .toList());
    }

    void delete(Projection projection, int generation, String assessment) {
        jdbc.update(projection.deletion(), generation, assessment);
    }

    private void write(Projection projection, List<Advance> advances) {
        jdbc.execute((ConnectionCallback<Map<?, ?>>) connection -> {
            try (var rows = new Rows(connection)) {
                advances.forEach(advance -> projection.write(advance, rows));
                rows.flush();
            }
            return Map.of();
        });
    }
}
