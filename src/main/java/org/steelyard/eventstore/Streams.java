package org.steelyard.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.WholeLog.Stream;
import org.steelyard.eventstore.EventRows.Row;

/** Streams of assessments, gathered from rows that may come mixed, but those of each in their order. */
final class Streams {
    private final EventRows rows;
    private final SortedMap<String, Stream> streams = new TreeMap<>();

    Streams(EventRows rows) {
        this.rows = rows;
    }

    /** Adds a row's event to the stream of its assessment; nothing to one that is broken. */
    void add(Row row) {
        Stream stream = streams.computeIfAbsent(row.assessment(), key -> new Stream(key, new ArrayList<>(), null));
        if (stream.broken() != null) {
            return;
        }
        try {
            Recorded recorded = rows.read(row);
            stream.events().add(recorded);
        } catch (RuntimeException unreadable) {
            streams.put(row.assessment(), new Stream(row.assessment(), stream.events(), unreadable));
        }
    }

    /** Sorted by key. */
    List<Stream> all() {
        return List.copyOf(streams.values());
    }
}
