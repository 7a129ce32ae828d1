package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.balance.At;

/** What is in force is found without looking at all that ever was. */
class PresenceTest {
    private static final Instant BEGIN = Instant.parse("2024-06-19T00:00:00Z");

    private record Change(String key, Recorded by, boolean inForce) {}

    @Test
    void everything_in_force_is_named_at_any_point_whenever_it_was_learned() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var presence = new Presence<String>();
            var changes = new ArrayList<Change>();
            for (int i = 0; i < 400; i++) {
                Change change = any(random, i + 1);
                changes.add(change);
                presence.add(change.key, change.by, change.inForce);
                if (i % 20 == 0) {
                    At at = anyPoint(random, i + 1);
                    assertThat(presence.candidates(at))
                            .as("seed %s at %s", seed, at)
                            .containsAll(inForce(changes, at));
                }
            }
        }
    }

    @Test
    void of_many_that_came_and_went_about_as_many_are_named_as_are_in_force() {
        var random = new Random(1);
        var presence = new Presence<String>();
        int things = 5_000;
        for (int i = 0; i < things; i++) {
            presence.add("e" + i, at(2L * i + 1, 2L * i + 1), true);
            if (i >= 20) {
                presence.add("e" + (i - 20), at(2L * i + 2, 2L * i + 2), false);
            }
        }
        for (int i = 0; i < 100; i++) {
            long when = 100L + random.nextInt(2 * things - 100);
            assertThat(presence.candidates(new At(when, At.LATEST))).hasSizeBetween(20, 250);
            assertThat(presence.candidates(new At(2L * things, micros(when)))).hasSizeBetween(20, 250);
        }
    }

    private static Set<String> inForce(List<Change> changes, At at) {
        var inForce = new HashSet<String>();
        changes.stream()
                .filter(change -> change.by.revision() <= at.revision())
                .filter(change -> micros(change) < at.micros()
                        || (micros(change) == at.micros() && change.by.revision() <= at.lastThen()))
                .sorted((one, other) -> micros(one) == micros(other)
                        ? Long.compare(one.by.revision(), other.by.revision())
                        : Long.compare(micros(one), micros(other)))
                .forEach(change -> {
                    if (change.inForce) {
                        inForce.add(change.key);
                    } else {
                        inForce.remove(change.key);
                    }
                });
        return inForce;
    }

    /** Of few things, so that they come and go often; in no order of effect, many at one moment. */
    private static Change any(Random random, int revision) {
        long second = random.nextInt(3) == 0 ? random.nextInt(revision) / 3 : revision / 3;
        return new Change("e" + random.nextInt(40), at(revision, second), random.nextBoolean());
    }

    private static At anyPoint(Random random, int revisions) {
        long last = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(revisions + 1);
        return new At(random.nextInt(revisions + 1), micros(random.nextInt(revisions / 3 + 2)), last);
    }

    private static Recorded at(long revision, long second) {
        Instant effective = BEGIN.plusSeconds(second);
        return new Recorded(
                revision, new Stamp("ada", "ada", effective, effective, null), new CommentMade("so", null, null));
    }

    private static long micros(long second) {
        return At.micros(BEGIN.plusSeconds(second));
    }

    private static long micros(Change change) {
        return At.micros(change.by.stamp().effectiveAt());
    }
}
