package org.steelyard.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.WholeLog;
import org.steelyard.assessment.WholeLog.Logged;

/** Goes through the whole log and picks what somebody is to get. */
@Service
class Feed {
    /** How many portions of the log are read at one go where little of it is picked. */
    private static final int MOST_PORTIONS = 10;

    private final WholeLog log;

    Feed(WholeLog log) {
        this.log = log;
    }

    /** Events in the log's order; what lies up to index {@code upTo} and is not among them was not picked. */
    record Part(List<Logged> events, long upTo, boolean isLast) {}

    long newest() {
        return log.newest();
    }

    /** The index that a sequence names; empty where it lies beyond the log, as after an older backup was put back. */
    OptionalLong index(String sequence) {
        var index = Sequence.index(sequence);
        return index.isPresent() && index.getAsLong() <= newest() ? index : OptionalLong.empty();
    }

    /** The first events after an index that are to be picked: at most so many, and maybe none though more will come. */
    Part after(long index, int most, Predicate<Logged> picked) {
        var events = new ArrayList<Logged>();
        long newest = log.newest();
        long upTo = index;
        for (int portions = 0; portions < MOST_PORTIONS && upTo < newest; portions++) {
            var portion = log.after(upTo, most);
            upTo = portion.upTo();
            for (Logged logged : portion.events()) {
                if (picked.test(logged)) {
                    events.add(logged);
                    if (events.size() == most) {
                        return new Part(events, logged.index(), logged.index() >= newest);
                    }
                }
            }
        }
        return new Part(events, upTo, upTo >= newest);
    }
}
