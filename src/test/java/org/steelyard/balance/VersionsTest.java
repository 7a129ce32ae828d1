package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private record Version(
            long effective, long revision, @Nullable String value) {}

    @Test
    void without_versions_nothing_is_in_force() {
        Versions<String> none = Versions.none();

        assertThat(none.at(new At(Long.MAX_VALUE, Long.MAX_VALUE))).isNull();
        assertThat(none.revisionAt(new At(Long.MAX_VALUE, Long.MAX_VALUE))).isZero();
        assertThat(none.startedBy(new At(Long.MAX_VALUE, Long.MAX_VALUE))).isFalse();
        assertThat(none.firstEffective(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_fact_learned_late_counts_from_then_on_at_its_earlier_time() {
        var versions = Versions.<String>none()
                .with(100, 1, "first")
                .with(300, 2, "third")
                .with(200, 3, "late");

        assertThat(versions.at(new At(2, 250))).isEqualTo("first");
        assertThat(versions.at(new At(3, 250))).isEqualTo("late");
        assertThat(versions.at(new At(3, 199))).isEqualTo("first");
        assertThat(versions.at(new At(3, 300))).isEqualTo("third");
        assertThat(versions.at(new At(3, 99))).isNull();
    }

    @Test
    void of_two_versions_of_one_time_the_later_revision_counts() {
        var versions = Versions.<String>none().with(100, 1, "one").with(100, 2, "two");

        assertThat(versions.at(new At(1, 100))).isEqualTo("one");
        assertThat(versions.at(new At(2, 100))).isEqualTo("two");
    }

    @Test
    void a_withdrawn_fact_is_absent_but_started() {
        var versions = Versions.<String>none().with(100, 1, "one").with(200, 2, null);

        assertThat(versions.at(new At(2, 200))).isNull();
        assertThat(versions.revisionAt(new At(2, 200))).isEqualTo(2);
        assertThat(versions.startedBy(new At(2, 200))).isTrue();
        assertThat(versions.startedBy(new At(2, 99))).isFalse();
    }

    @Test
    void older_values_never_see_what_was_added_to_them() {
        var before = Versions.<String>none().with(100, 1, "one");
        var one = before.with(200, 2, "two");
        var other = before.with(150, 2, "another two");

        assertThat(before.at(new At(Long.MAX_VALUE, Long.MAX_VALUE))).isEqualTo("one");
        assertThat(one.at(new At(2, 175))).isEqualTo("one");
        assertThat(other.at(new At(2, 250))).isEqualTo("another two");
        assertThat(one.with(300, 3, "three").at(new At(3, 300))).isEqualTo("three");
        assertThat(one.at(new At(3, 300))).isEqualTo("two");
    }

    @Test
    void a_value_said_again_changes_nothing() {
        Seeds.each(random -> {
            var versions = random(random, 1 + random.nextInt(20)).versions;
            long effective = random.nextLong(30);
            var again = versions.with(effective, 1000, versions.at(new At(999, effective)));
            for (long time = -1; time <= 31; time++) {
                if (versions.revisionAt(new At(999, time)) == versions.revisionAt(new At(999, effective))) {
                    assertThat(again.at(new At(1000, time))).isEqualTo(versions.at(new At(999, time)));
                }
            }
        });
    }

    @Test
    void every_point_on_both_clocks_is_what_a_plain_list_says() {
        Seeds.each(random -> {
            var history = random(random, random.nextInt(40));
            history.check(random, 40);
        });
    }

    @Test
    void long_histories_full_of_late_facts_are_what_a_plain_list_says() {
        for (long seed = 1; seed <= 10; seed++) {
            var random = new Random(seed);
            random(random, 3000).check(random, 500);
        }
    }

    @Test
    void a_history_learned_wholly_backwards_is_what_a_plain_list_says() {
        var history = new History(Versions.none(), new ArrayList<>());
        for (int revision = 1; revision <= 700; revision++) {
            history = history.with(new Version(1000 - revision, revision, "v" + revision));
        }
        history.check(new Random(1), 1000);
    }

    @Test
    void every_earlier_value_of_a_growing_history_stays_as_it_was() {
        var random = new Random(7);
        var kept = new ArrayList<History>();
        var history = new History(Versions.none(), new ArrayList<>());
        for (int revision = 1; revision <= 600; revision++) {
            kept.add(history);
            history = history.with(version(random, revision));
            if (random.nextInt(10) == 0) {
                kept.add(history.with(version(random, revision + 1)));
            }
        }
        kept.forEach(earlier -> earlier.check(random, 20));
    }

    private static History random(Random random, int size) {
        var history = new History(Versions.none(), new ArrayList<>());
        for (int revision = 1; revision <= size; revision++) {
            history = history.with(version(random, revision));
        }
        return history;
    }

    /** Mostly in order, often late, sometimes a withdrawal. */
    private static Version version(Random random, int revision) {
        long effective = random.nextInt(3) == 0 ? random.nextInt(revision) : revision;
        return new Version(effective, revision, random.nextInt(8) == 0 ? null : "v" + revision);
    }

    private record History(Versions<String> versions, List<Version> list) {
        History with(Version version) {
            var longer = new ArrayList<>(list);
            longer.add(version);
            return new History(versions.with(version.effective, version.revision, version.value), longer);
        }

        void check(Random random, int points) {
            for (int i = 0; i < points; i++) {
                long revision = random.nextInt(list.size() + 3) - 1L;
                long effective = random.nextInt(list.size() + 3) - 1L;
                check(new At(revision, effective));
                check(new At(revision, effective, random.nextInt(list.size() + 1)));
            }
            check(new At(Long.MAX_VALUE, Long.MAX_VALUE));
        }

        private static boolean counts(Version version, At at) {
            boolean effective = version.effective < at.micros()
                    || (version.effective == at.micros() && version.revision <= at.lastThen());
            return effective && version.revision <= at.revision();
        }

        private void check(At at) {
            long revision = at.revision();
            long effective = at.micros();
            var counting = list.stream()
                    .filter(version -> counts(version, at))
                    .sorted(Comparator.comparingLong(Version::effective).thenComparingLong(Version::revision))
                    .toList();
            Optional<Version> inForce = counting.isEmpty() ? Optional.empty() : Optional.of(counting.getLast());
            String point = at.toString();
            assertThat(Optional.ofNullable(versions.at(at))).as(point).isEqualTo(inForce.map(Version::value));
            assertThat(versions.revisionAt(at))
                    .as(point)
                    .isEqualTo(inForce.map(Version::revision).orElse(0L));
            assertThat(versions.startedBy(at)).as(point).isEqualTo(inForce.isPresent());
            assertThat(versions.allAt(at))
                    .as(point)
                    .isEqualTo(counting.stream()
                            .map(Version::value)
                            .filter(value -> value != null)
                            .toList());
            assertThat(versions.firstEffective(revision))
                    .as(point)
                    .isEqualTo(list.stream()
                            .filter(version -> version.revision <= revision)
                            .mapToLong(Version::effective)
                            .min()
                            .orElse(Long.MAX_VALUE));
            assertThat(versions.nextEffective(revision, effective))
                    .as(point)
                    .isEqualTo(list.stream()
                            .filter(version -> version.revision <= revision && version.effective > effective)
                            .mapToLong(Version::effective)
                            .min()
                            .orElse(Long.MAX_VALUE));
            long after = revision / 2;
            assertThat(versions.nextRevision(after, at))
                    .as(point)
                    .isEqualTo(counting.stream()
                            .mapToLong(Version::revision)
                            .filter(candidate -> candidate > after)
                            .min()
                            .orElse(0));
        }
    }
}
