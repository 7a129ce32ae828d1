package org.steelyard.exchange.casefile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a case file, as it is found; at most {@value #MOST}, for nobody mends more at once. */
final class Complaints {

    static final int MOST = 50;

    private final Set<Complaint> found = new LinkedHashSet<>();

    /** @param what a clause that goes on after "line 12: " and says what to do; the full stop is added */
    void add(Node where, String pointer, String what) {
        add(where.line(), pointer, what);
    }

    void add(int line, String pointer, String what) {
        if (found.size() < MOST) {
            found.add(new Complaint(pointer, "line " + line + ": " + what + "."));
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
            throw UnusableCaseFile.because(List.copyOf(found));
        }
    }
}
