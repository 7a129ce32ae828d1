package org.steelyard.assessment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;
import org.steelyard.balance.Versions;

/**
 * The facts about one thing, each with its versions on both clocks. It only ever grows. One appends at a time; reading needs
 * no lock, since every look-up names the revision up to which it looks.
 */
class Facts {
    private final String key;
    private final Kind kind;
    private final Versions<?>[] byPlace;

    Facts(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
        this.byPlace = new Versions<?>[kind.fields().size()];
        Arrays.fill(byPlace, Versions.none());
    }

    String key() {
        return key;
    }

    /** Adds a version of one fact, effective when its event is. */
    Facts set(Field field, Recorded by, @Nullable Object value) {
        return set(field, At.micros(by.stamp().effectiveAt()), by.revision(), value);
    }

    /** Adds a version of a fact that follows the order of recording alone. */
    Facts setAsRecorded(Field field, Recorded by, @Nullable Object value) {
        return set(field, At.micros(by.stamp().recordedAt()), by.revision(), value);
    }

    /** The same, where the event names a value or clears the field of this name. */
    Facts setAsRecordedIfGiven(Field field, Recorded by, @Nullable Object value, boolean cleared) {
        return value == null && !cleared ? this : setAsRecorded(field, by, value);
    }

    /** Adds a version where the event names a value, and nothing where it does not. */
    Facts setIfGiven(Field field, Recorded by, @Nullable Object value) {
        return value == null ? this : set(field, by, value);
    }

    /** Adds a version where the event names a value or clears the field of this name. */
    Facts setIfGiven(Field field, Recorded by, @Nullable Object value, boolean cleared) {
        return value == null && !cleared ? this : set(field, by, value);
    }

    private Facts set(Field field, long micros, long revision, @Nullable Object value) {
        byPlace[kind.place(field)] = versions(field).with(micros, revision, value);
        return this;
    }

    /** The versions of a fact; none where things of this kind have no such fact. */
    @SuppressWarnings("unchecked")
    Versions<Object> versions(Field field) {
        int place = kind.place(field);
        return place < 0 ? Versions.none() : (Versions<Object>) byPlace[place];
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
            throw new IllegalStateException(field + " of " + key + " has no value at " + at);
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
        for (Field field : kind.fields()) {
            At then = field == Field.MARKING ? new At(at.revision(), At.LATEST) : at;
            newest = Math.max(newest, versions(field).revisionAt(then));
        }
        return newest;
    }
}
