package org.steelyard.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.steelyard.site.SimulatedTimes;

/** The fact that recorded times are simulated, kept in the database beside the events that have them. */
@Component
class StoredSimulatedTimes implements SimulatedTimes {

    private final JdbcClient jdbc;
    private volatile boolean known;

    StoredSimulatedTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean areThere() {
        if (!known) {
            known = jdbc.sql("SELECT COUNT(*) FROM simulated_times")
                            .query(Long.class)
                            .single()
                    > 0;
        }
        return known;
    }

    /** Within the transaction of the events. */
    void remember() {
        jdbc.sql("INSERT INTO simulated_times (id) VALUES (1)").update();
    }
}
