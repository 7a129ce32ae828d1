package org.steelyard.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Course.Step;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Readings;

/**
 * The balance after each event of a range that changed it, in one pass, thinned where there are many: the first, the last
 * and every change of a leader stay.
 *
 * @param before the balance at the start of the range
 * @param moments in the order in which the events apply
 * @param all how many moments there were before thinning
 */
public record History(Readings before, List<Moment> moments, int all) {

    /** An event that changed the balance, and the balance it left. */
    public record Moment(Recorded event, Readings readings) {}

    /** The history of a range, thinned to about {@code most} moments, 1 or more. */
    public static History of(Stretch stretch, int most) {
        var thinning = new Thinning(most);
        var ends = stretch.course().follow(thinning::take);
        return new History(ends.before(), thinning.kept(), thinning.count);
    }

    /** Takes steps as they come, and never holds more than about twice as many as are wanted, and those that must stay. */
    private static final class Thinning {
        private final int most;
        private final List<Moment> kept = new ArrayList<>();
        private final List<Boolean> stays = new ArrayList<>();
        private int spare;
        private int every = 1;
        private int count;
        private @Nullable Moment last;

        Thinning(int most) {
            this.most = most;
        }

        void take(Step step) {
            if (step.moved()) {
                var moment = new Moment(step.event(), step.after());
                boolean mustStay = count == 0
                        || changesLeader(step.before().leaders(), step.after().leaders());
                if (mustStay || count % every == 0) {
                    keep(moment, mustStay);
                }
                last = moment;
                count++;
            }
        }

        private void keep(Moment moment, boolean mustStay) {
            kept.add(moment);
            stays.add(mustStay);
            spare += mustStay ? 0 : 1;
            if (spare >= 2 * most) {
                every *= 2;
                leaveOut(most);
            }
        }

        private static boolean changesLeader(Leaders before, Leaders after) {
            return !Objects.equals(
                            before.inconsistency().key(), after.inconsistency().key())
                    || !Objects.equals(
                            before.weightOfEvidence().key(),
                            after.weightOfEvidence().key())
                    || !Objects.equals(before.judged().key(), after.judged().key());
        }

        /** Leaves so many of those that need not stay, evenly. */
        private void leaveOut(int left) {
            var moments = new ArrayList<>(kept);
            var must = new ArrayList<>(stays);
            kept.clear();
            stays.clear();
            int seen = 0;
            for (int i = 0; i < moments.size(); i++) {
                boolean wanted = must.get(i) || chosen(seen, spare, left);
                seen += must.get(i) ? 0 : 1;
                if (wanted) {
                    kept.add(moments.get(i));
                    stays.add(must.get(i));
                }
            }
            spare = Math.min(spare, left);
        }

        /** Whether the one with this number, of so many, is among those left when they are spread evenly. */
        private static boolean chosen(long number, long of, long left) {
            return (number + 1) * left / of > number * left / of;
        }

        List<Moment> kept() {
            if (last != null && !kept.getLast().equals(last)) {
                keep(last, true);
            } else if (last != null && !stays.getLast()) {
                stays.set(stays.size() - 1, true);
                spare--;
            }
            int room = Math.max(0, most - (kept.size() - spare));
            if (spare > room) {
                leaveOut(room);
            }
            return List.copyOf(kept);
        }
    }
}
