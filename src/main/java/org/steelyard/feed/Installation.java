package org.steelyard.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By what this installation is told from others: a UUID that stays with its database. */
@Component
class Installation {
    private final JdbcClient jdbc;
    private volatile @Nullable String known;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String name() {
        var name = known;
        if (name == null) {
            name = stored();
            known = name;
        }
        return name;
    }

    private String stored() {
        var select = jdbc.sql("SELECT name FROM installation WHERE id = 1");
        var found = select.query(String.class).optional();
        if (found.isPresent()) {
            return found.get();
        }
        try {
            jdbc.sql("INSERT INTO installation (id, name) VALUES (1, ?)")
                    .param(UUID.randomUUID().toString())
                    .update();
        } catch (DuplicateKeyException anotherNode) {
            // What it wrote is read below.
        }
        return select.query(String.class).single();
    }
}
