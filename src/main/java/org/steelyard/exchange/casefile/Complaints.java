package org.steelyard.exchange.casefile;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.exchange.casefile.UnusableCaseFile.Cause;

/** What is wrong with a case file, as it is found; at most {@value #MOST}, for nobody mends more at once. */
final class Complaints {

    static final int MOST = 50;

    private final Set<Complaint> found = new LinkedHashSet<>();
    private final Set<Cause> causes = EnumSet.noneOf(Cause.class);

    /** @param what a clause that goes on after "line 12: " and says what to do; the full stop is added */
    void add(Node where, String pointer, String what) {
        add(where.line(), pointer, what);
    }

    void add(int line, String pointer, String what) {
        add(Cause.WRONG, line, null, pointer, what);
    }

    /** @param seq of the entry, where it has one, so that it is found by it too */
    void add(Cause cause, int line, @Nullable Long seq, String pointer, String what) {
        if (found.size() < MOST) {
            var where = seq == null ? "line " + line : "line " + line + ", seq " + seq;
            found.add(new Complaint(pointer, where + ": " + what + "."));
            causes.add(cause);
        }
    }

    /** Whether no more will be kept. */
    boolean isFull() {
        return found.size() == MOST;
    }

    int count() {
        return found.size();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw UnusableCaseFile.because(causes.iterator().next(), List.copyOf(found));
        }
    }
}
