package org.steelyard.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Recorded;

/** Shows that what {@link Load} stores is what the product stores of the same histories, byte for byte; fails where it is not. */
final class SameRows {
    private static final List<String> QUERIES = List.of(
            "SELECT aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
                    + " meta_data FROM domain_event ORDER BY aggregate_identifier, sequence_number",
            "SELECT * FROM assessment_index ORDER BY assessment_key",
            "SELECT author FROM event_author ORDER BY author");

    private SameRows() {}

    static void run() {
        Wanted wanted = Wanted.asSet();
        in(loaded -> in(imported -> {
            try (Node here = Idle.on(loaded);
                    Node there = Node.on(imported)) {
                compare(here, there, wanted);
            }
        }));
    }

    private static void compare(Node loaded, Node imported, Wanted wanted) {
        World world = Load.fill(loaded, wanted);
        for (Case one : world.cases()) {
            if (one.revision() > 0) {
                imported.get(Assessments.class).importAll(List.of(one.state().events()), outcomes -> {});
            }
        }
        for (String query : QUERIES) {
            var here = loaded.get(JdbcTemplate.class).queryForList(query);
            var there = imported.get(JdbcTemplate.class).queryForList(query);
            for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
                require(here.get(i).equals(there.get(i)), here.get(i) + " was loaded, imported " + there.get(i));
            }
            require(here.size() == there.size(), here.size() + " rows were loaded, imported " + there.size());
            System.out.printf("# %,d rows are the same: %s%n", here.size(), query);
        }
        checkReviews(loaded.get(AssessmentLog.class), world);
        checkOrder(loaded.get(JdbcTemplate.class));
    }

    /** Each review binds to the bytes that are stored. */
    private static void checkReviews(AssessmentLog log, World world) {
        int reviews = 0;
        for (Case one : world.cases()) {
            for (Recorded event : one.state().events()) {
                if (event.event() instanceof ReviewGiven review) {
                    reviews++;
                    String stored =
                            log.digest(one.shape.key(), review.revision()).orElseThrow();
                    require(stored.equals(review.digest()), one.shape.key() + " r" + event.revision());
                }
            }
        }
        System.out.printf("# %,d reviews bind to what is stored%n", reviews);
    }

    private static void checkOrder(JdbcTemplate jdbc) {
        var times = new ArrayList<String>();
        jdbc.query("SELECT time_stamp FROM domain_event ORDER BY global_index", row -> {
            times.add(row.getString(1));
        });
        require(times.stream().sorted().toList().equals(times), "the log is not in the order of time");
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static void in(Consumer<Path> work) {
        try {
            Path folder = Files.createTempDirectory("steelyard-load");
            try {
                work.accept(folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
