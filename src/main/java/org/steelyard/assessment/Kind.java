package org.steelyard.assessment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What facts there are about a thing of one kind. */
final class Kind {
    static final Kind WHOLE = new Kind(
            Field.IN_FORCE,
            Field.TITLE,
            Field.QUESTION,
            Field.HORIZON,
            Field.TAGS,
            Field.RHO,
            Field.EXTREMIZE,
            Field.FLOOR,
            Field.MIN_COVERAGE,
            Field.STALE_ABOVE,
            Field.RESOLUTION,
            Field.MARKING,
            Field.BLIND,
            Field.ARCHIVED);
    static final Kind INTERPRETATION = new Kind(Field.IN_FORCE, Field.STATEMENT, Field.HOLDER, Field.DISCRIMINATOR);
    static final Kind SOURCE = new Kind(Field.IN_FORCE, Field.NAME, Field.KIND, Field.RELIABILITY, Field.ORIGIN);
    static final Kind EVIDENCE = new Kind(
            Field.IN_FORCE,
            Field.SOURCE,
            Field.CREDIBILITY,
            Field.RELEVANCE,
            Field.ORIGIN,
            Field.CLAIM,
            Field.KIND,
            Field.OCCURRED_ON,
            Field.PUBLISHED_ON,
            Field.LINK,
            Field.MARKING);
    static final Kind INDICATOR =
            new Kind(Field.IN_FORCE, Field.STATEMENT, Field.SPEAKS_FOR, Field.DEADLINE, Field.STATUS);

    private final List<Field> fields;
    private final Map<Field, Integer> places = new EnumMap<>(Field.class);

    private Kind(Field... fields) {
        this.fields = List.of(fields);
        this.fields.forEach(field -> places.put(field, places.size()));
    }

    List<Field> fields() {
        return fields;
    }

    /** The place of a field among those of this kind, or -1. */
    int place(Field field) {
        return places.getOrDefault(field, -1);
    }
}
