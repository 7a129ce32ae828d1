package org.steelyard.assessment;

import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;
import org.steelyard.balance.Versions;

/** The facts about one thing, each with its versions on both clocks. Immutable. */
final class Facts {
    static final Facts NONE = new Facts(new EnumMap<>(Field.class));

    private final EnumMap<Field, Versions<?>> byField;

    private Facts(EnumMap<Field, Versions<?>> byField) {
        this.byField = byField;
    }

    /** With a new version of one fact, effective when its event is. */
    Facts with(Field field, Recorded by, @Nullable Object value) {
        return with(field, At.micros(by.stamp().effectiveAt()), by.revision(), value);
    }

    /** With a new version of a fact that follows the order of recording alone. */
    Facts asRecorded(Field field, Recorded by, @Nullable Object value) {
        return with(field, At.micros(by.stamp().recordedAt()), by.revision(), value);
    }

    /** The same, where the event names a value or clears the field of this name. */
    Facts asRecordedIfGiven(Field field, Recorded by, @Nullable Object value, boolean cleared) {
        return value == null && !cleared ? this : asRecorded(field, by, value);
    }

    /** With a new version where the event names a value; unchanged where it does not. */
    Facts ifGiven(Field field, Recorded by, @Nullable Object value) {
        return value == null ? this : with(field, by, value);
    }

    /** With a new version where the event names a value or clears the field of this name. */
    Facts ifGiven(Field field, Recorded by, @Nullable Object value, boolean cleared) {
        return value == null && !cleared ? this : with(field, by, value);
    }

    private Facts with(Field field, long micros, long revision, @Nullable Object value) {
        var copy = new EnumMap<>(byField);
        copy.put(field, versions(field).with(micros, revision, value));
        return new Facts(copy);
    }

    @SuppressWarnings("unchecked")
    Versions<Object> versions(Field field) {
        Versions<?> versions = byField.get(field);
        return versions == null ? Versions.none() : (Versions<Object>) versions;
    }

    /** The value in force, or null where there is none. Its type is the one that the field is written with. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> @Nullable T find(Field field, At at) {
        return (T) versions(field).at(at);
    }

    /** The value in force of a fact that everything of this kind has. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> T get(Field field, At at) {
        T value = find(field, at);
        if (value == null) {
            throw new IllegalStateException(field + " has no value at " + at);
        }
        return value;
    }

    boolean inForce(At at) {
        return Boolean.TRUE.equals(find(Field.IN_FORCE, at));
    }

    /** Whether the thing was known at all, in force or not. */
    boolean known(At at) {
        return versions(Field.IN_FORCE).startedBy(at);
    }

    /** The newest revision that set something in force at the point, a marking by the order of recording alone; or 0. */
    long revision(At at) {
        long newest = 0;
        for (var fact : byField.entrySet()) {
            At then = fact.getKey() == Field.MARKING ? new At(at.revision(), At.LATEST) : at;
            newest = Math.max(newest, fact.getValue().revisionAt(then));
        }
        return newest;
    }
}
