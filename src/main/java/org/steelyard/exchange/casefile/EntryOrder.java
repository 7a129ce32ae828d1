package org.steelyard.exchange.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Puts the entries of a case in the order in which they are recorded. */
final class EntryOrder {

    private static final Comparator<Entry> BY_EFFECT = Comparator.<Entry, Boolean>comparing(
                    entry -> entry.kind() != EntryKind.ASSESSMENT)
            .thenComparing(entry -> Objects.requireNonNullElse(entry.effectiveAt(), Instant.MAX));

    private static final Comparator<Entry> BY_SEQ =
            Comparator.comparingLong(entry -> Objects.requireNonNullElse(entry.seq(), 0L));

    private EntryOrder() {}

    /**
     * By {@code seq} where all have one; where none has, by effective time, ties as they stand in the list.
     *
     * @param entries in the order of the lists, then of the file, the assessment's own first
     */
    static List<Entry> ordered(List<Entry> entries, Complaints complaints) {
        var ordered = new ArrayList<>(entries);
        var without =
                entries.stream().filter(entry -> !entry.fields().has("seq")).toList();
        if (without.isEmpty()) {
            ordered.sort(BY_SEQ);
            refuseGaps(ordered, complaints);
            refuseTimesThatRunBack(ordered);
        } else if (without.size() == entries.size()) {
            ordered.sort(BY_EFFECT);
        } else {
            without.getFirst()
                    .fields()
                    .complain(
                            "seq",
                            "this entry has no seq and others of the assessment have: give one to all of them, or"
                                    + " to none (" + without.size() + " of " + entries.size() + " have none)");
        }
        return ordered;
    }

    /** A file cut off between two entries is still YAML; the numbers tell. */
    private static void refuseGaps(List<Entry> ordered, Complaints complaints) {
        long expected = 1;
        for (Entry entry : ordered) {
            long seq = Objects.requireNonNullElse(entry.seq(), 0L);
            if (entry.seq() != null && seq != expected) {
                entry.fields()
                        .complain(
                                "seq",
                                seq < expected
                                        ? "seq " + seq
                                                + " is below 1 or stands here twice: number the entries 1, 2, 3 and so on"
                                        : "seq " + seq + " comes next after " + (expected - 1)
                                                + ": entries are missing, or the file was cut off");
                return;
            }
            expected++;
        }
        if (ordered.getFirst().kind() != EntryKind.ASSESSMENT && complaints.count() == 0) {
            ordered.getFirst().fields().complain("seq", "seq 1 must be that of the assessment itself");
        }
    }

    private static void refuseTimesThatRunBack(List<Entry> ordered) {
        var newest = Instant.MIN;
        for (Entry entry : ordered) {
            var recordedAt = entry.recordedAt();
            if (recordedAt != null && recordedAt.isBefore(newest)) {
                entry.fields().complain("recordedAt", "recordedAt lies before that of the entry with the seq before");
                return;
            }
            newest = recordedAt == null ? newest : recordedAt;
        }
    }
}
