package org.steelyard.portfolio.live;

import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Told;

/**
 * One change, as it is sent to all, and the one after it, once there is one. Each listener holds the link that it was sent last,
 * and walks on from there; nobody waits for anybody.
 */
final class Link {
    final long index;
    final Told told;

    /** Counts the links, without gaps. */
    final long number;

    private volatile @Nullable Link next;

    private Link(long index, Told told, long number) {
        this.index = index;
        this.told = told;
        this.number = number;
    }

    /** The beginning of a chain, which stands for an index of the log and is no change itself. */
    static Link beginning(long index) {
        return new Link(index, new Told("", "", new byte[0], new byte[0]), 0);
    }

    /** Adds a change behind this one. */
    Link append(long nextIndex, Told nextTold) {
        var added = new Link(nextIndex, nextTold, number + 1);
        next = added;
        return added;
    }

    @Nullable
    Link next() {
        return next;
    }
}
