package org.steelyard.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Course.Step;
import org.steelyard.assessment.RandomHistories;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Sight;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.dossier.History.Moment;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.RangeInTime;

/** The balance over time, thinned to what a reader wants. */
class HistoryTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void it_has_every_event_that_changed_the_balance_and_the_balance_at_its_revision() {
        RandomHistories.each(50, (random, events) -> {
            var stretch = whole(events);
            var history = History.of(stretch, Integer.MAX_VALUE / 2);
            var moved = moved(stretch);

            assertThat(history.all()).isEqualTo(moved.size());
            assertThat(history.moments()).extracting(Moment::event).isEqualTo(events(moved));
            for (Moment moment : history.moments()) {
                var there = Dossier.resolve(
                        stretch.to().sight(), new AtRevision(moment.event().revision()), null, NOW);
                assertThat(moment.readings()).isEqualTo(there.balance().readings());
            }
        });
    }

    @Test
    void thinned_it_keeps_the_first_the_last_and_every_change_of_leader_and_about_as_many_as_are_wanted() {
        RandomHistories.each((random, events) -> {
            var stretch = whole(events);
            var moved = moved(stretch);
            int most = 1 + random.nextInt(40);

            var history = History.of(stretch, most);

            var must = new ArrayList<Recorded>();
            for (int i = 0; i < moved.size(); i++) {
                if (i == 0 || i == moved.size() - 1 || changesLeader(moved.get(i))) {
                    must.add(moved.get(i).event());
                }
            }
            assertThat(history.moments()).extracting(Moment::event).containsAll(must);
            assertThat(history.moments()).hasSizeLessThanOrEqualTo(Math.max(most, must.size()));
            assertThat(history.moments())
                    .hasSizeGreaterThanOrEqualTo(Math.min(moved.size(), Math.max(most / 2, must.size())));
            assertThat(history.moments()).extracting(Moment::event).isSubsetOf(events(moved));
            assertThat(history.moments())
                    .isSortedAccordingTo((one, other) ->
                            Long.compare(one.event().revision(), other.event().revision()));
            assertThat(history.all()).isEqualTo(moved.size());
        });
    }

    private static boolean changesLeader(Step step) {
        return !leaders(step.before().leaders()).equals(leaders(step.after().leaders()));
    }

    private static List<String> leaders(Leaders leaders) {
        return List.of(key(leaders.inconsistency()), key(leaders.weightOfEvidence()), key(leaders.judged()));
    }

    private static String key(Balance.Leader leader) {
        return Objects.requireNonNullElse(leader.key(), "nobody");
    }

    private static Stretch whole(List<Recorded> events) {
        return Stretch.of(Sight.full(AssessmentState.fold(events)), RangeInTime.ALL, NOW);
    }

    private static List<Step> moved(Stretch stretch) {
        var moved = new ArrayList<Step>();
        stretch.course().follow(step -> {
            if (step.moved()) {
                moved.add(step);
            }
        });
        return moved;
    }

    private static List<Recorded> events(List<Step> steps) {
        return steps.stream().map(Step::event).toList();
    }
}
