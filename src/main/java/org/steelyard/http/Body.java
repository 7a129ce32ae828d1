package org.steelyard.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that is the body of a request. It is read strictly: a field that it does not have, a value of another type or out
 * of range, or a missing one is a {@link Problem} that names the field. A component is required unless its type is
 * {@code @Nullable}; null is then the same as absent, but see {@link Cleared}. A field that Java has no name for, such as
 * {@code new}, is named by {@code @JsonProperty}.
 *
 * <p>Components may be texts, whole numbers, doubles, booleans, enums, {@code Instant}, {@code LocalDate}, {@code URI} (http or
 * https), other such records, lists of these, and maps from text to these. A text has at most {@value #TEXT} characters, is
 * not blank and holds no control characters but tab and newline.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Body {

    /** Characters (code points) of a text that says nothing else. */
    int TEXT = 20_000;

    /** Characters of titles, names, holders, kinds and origins. */
    int NAME = 300;

    /** Characters of a link. */
    int LINK = 2_000;

    /** A text of at most so many characters. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface AtMost {
        int value();
    }

    /** A key: lower-case letters, digits and hyphens, not first a hyphen, at most 64. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Key {
        String PATTERN = "^[a-z0-9][a-z0-9-]{0,63}$";
    }

    /** A user's name: as a key, with dots and underscores. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface UserName {
        String PATTERN = "^[a-z0-9][a-z0-9._-]{0,63}$";
    }

    /** A text that is a date, a month or a year: as much as is known. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface RoughDate {}

    /** A number within bounds, both included. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Between {
        double min();

        double max() default Double.MAX_VALUE;
    }

    /** A list or map with at most so many entries. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Entries {
        int value();
    }

    /** A {@code @Nullable} component that must be given all the same: null means something. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Given {}

    /** In a change: an optional fact, which null empties. Any other component refuses null. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Clearable {}

    /** In a change: said about the change itself and no fact, so that null is the same as absent. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Aside {}

    /** On a {@code Set<String>} that is no field: the names of the {@link Clearable} ones that were given as null. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Cleared {}
}
