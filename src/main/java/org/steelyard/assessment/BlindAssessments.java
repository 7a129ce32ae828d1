package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** In which assessments blind mode keeps something from those who may rate: few among all, and always current. */
class BlindAssessments {
    private final JdbcTemplate jdbc;
    private final States states;

    BlindAssessments(JdbcTemplate jdbc, States states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    /**
     * Their keys. What an older version wrote did not say, and is looked up once.
     *
     * @param wanted by key, and whether it is open to all
     */
    List<String> keys(BiPredicate<String, Boolean> wanted) {
        var keys = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        jdbc.query(
                "SELECT assessment_key, marking, binds_raters FROM assessment_index"
                        + " WHERE binds_raters IS NULL OR binds_raters = TRUE",
                row -> {
                    if (wanted.test(row.getString(1), Marking.valueOf(row.getString(2)) == Marking.CLEAR)) {
                        boolean isKnown = row.getObject(3) != null;
                        (isKnown ? keys : unknown).add(row.getString(1));
                    }
                });
        for (String key : unknown) {
            boolean binds = states.newest(key).state().bindsRaters();
            jdbc.update(
                    "UPDATE assessment_index SET binds_raters = ? WHERE assessment_key = ? AND binds_raters IS NULL",
                    binds,
                    key);
            if (binds) {
                keys.add(key);
            }
        }
        return keys;
    }
}
