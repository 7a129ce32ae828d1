package org.steelyard.exchange.casefile;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Marking;

/** An object of a case file to be written, as plain values. A field without a value is left out. */
final class Block {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Block() {}

    static Block empty() {
        return new Block();
    }

    /** Midnight UTC as a bare date, for that is what is meant. */
    static String time(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.DAYS))
                ? LocalDate.ofInstant(instant, ZoneOffset.UTC).toString()
                : instant.toString();
    }

    Block with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, plain(value));
        }
        return this;
    }

    Block withSome(String name, Collection<?> values) {
        return values.isEmpty() ? this : with(name, values);
    }

    Block withSome(String name, Block block) {
        return block.fields.isEmpty() ? this : with(name, block);
    }

    Block withAll(Block other) {
        fields.putAll(other.fields);
        return this;
    }

    /** Null, which empties a field. */
    Block cleared(Collection<String> names) {
        new TreeSet<>(names).forEach(name -> fields.put(name, null));
        return this;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Block block -> block.fields;
            case Marking marking -> marking.label();
            case Enum<?> constant -> constant.name();
            case LocalDate date -> date.toString();
            case URI link -> link.toString();
            case Map<?, ?> map -> new TreeMap<>(map);
            default -> value;
        };
    }
}
