package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.balance.At;

/** What is in force is found without looking at all that ever was. */
class PresenceTest {
    private static final Instant BEGIN = Instant.parse("2024-06-19T00:00:00Z");
    private static final int THINGS = 40;

    @Test
    void at_any_point_it_names_what_each_thing_says_of_itself_whenever_it_was_learned() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var presence = new Presence<Facts>();
            var things = new ArrayList<Facts>();
            for (int i = 0; i < THINGS; i++) {
                things.add(new Facts("e" + (char) ('a' + i), Kind.INTERPRETATION));
            }
            for (int revision = 1; revision <= 400; revision++) {
                Facts thing = things.get(random.nextInt(THINGS));
                boolean inForce = random.nextBoolean();
                Recorded by = anyMoment(random, revision);
                presence.add(thing, by, inForce);
                thing.set(Field.IN_FORCE, by, inForce);
                if (revision % 7 == 0) {
                    At at = anyPoint(random, revision);
                    assertThat(presence.inForce(at))
                            .as("seed %s at %s", seed, at)
                            .isEqualTo(
                                    things.stream().filter(it -> it.inForce(at)).toList());
                }
            }
        }
    }

    @Test
    void what_is_found_is_found_again_when_nothing_was_looked_up_before() {
        var random = new Random(1);
        var asked = new Presence<Facts>();
        var unasked = new Presence<Facts>();
        List<Facts> things = List.of(new Facts("a", Kind.INTERPRETATION), new Facts("b", Kind.INTERPRETATION));
        for (int revision = 1; revision <= 300; revision++) {
            Facts thing = things.get(random.nextInt(2));
            boolean inForce = random.nextBoolean();
            Recorded by = anyMoment(random, revision);
            asked.add(thing, by, inForce);
            unasked.add(thing, by, inForce);
            thing.set(Field.IN_FORCE, by, inForce);
            asked.inForce(anyPoint(random, revision));
        }
        for (int i = 0; i < 100; i++) {
            At at = anyPoint(random, 300);
            assertThat(unasked.inForce(at)).isEqualTo(asked.inForce(at));
        }
    }

    /** In no order of effect, and often at one and the same moment. */
    private static Recorded anyMoment(Random random, int revision) {
        long second = random.nextInt(3) == 0 ? random.nextInt(revision) / 3 : revision / 3;
        Instant effective = BEGIN.plusSeconds(second);
        return new Recorded(
                revision, new Stamp("ada", "ada", effective, effective, null), new CommentMade("so", null, null));
    }

    private static At anyPoint(Random random, int revisions) {
        long last = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(revisions + 1);
        long micros = At.micros(BEGIN.plusSeconds(random.nextInt(revisions / 3 + 2)));
        return new At(random.nextInt(revisions + 1), random.nextInt(5) == 0 ? At.LATEST : micros, last);
    }
}
