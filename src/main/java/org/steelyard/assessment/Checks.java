package org.steelyard.assessment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.Refused.FieldError;

/** Collects what is wrong with a command by itself, so that its sender hears of all of it at once, up to a limit. */
final class Checks {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final int MOST_ERRORS = 50;

    private final List<FieldError> errors = new ArrayList<>();
    private @Nullable Rule first;

    /** Refuses where anything was wrong. */
    void done() {
        if (first != null) {
            throw Refused.by(first, errors);
        }
    }

    void require(boolean kept, Rule rule, String pointer, String message) {
        if (!kept && errors.size() < MOST_ERRORS) {
            first = first == null ? rule : first;
            errors.add(new FieldError(pointer, message));
        }
    }

    /** A text of at most 300 characters that says something; null is left out. */
    void name(String pointer, @Nullable String value) {
        if (value != null) {
            notEmpty(pointer, value);
            fits(pointer, value, Texts.LONGEST_NAME, Rule.NAMES_HAVE_AT_MOST_300_CHARACTERS);
        }
    }

    /** A text of at most 20,000 characters that says something; null is left out. */
    void statement(String pointer, @Nullable String value) {
        if (value != null) {
            notEmpty(pointer, value);
            text(pointer, value);
        }
    }

    /** A text of at most 20,000 characters; null is left out. */
    void text(String pointer, @Nullable String value) {
        if (value != null) {
            fits(pointer, value, Texts.LONGEST_TEXT, Rule.TEXTS_HAVE_AT_MOST_20000_CHARACTERS);
        }
    }

    private void notEmpty(String pointer, String value) {
        require(!value.isBlank(), Rule.REQUIRED_TEXTS_ARE_NOT_EMPTY, pointer, "is empty: write something there");
    }

    private void fits(String pointer, String value, int most, Rule rule) {
        int length = Texts.length(value);
        require(length <= most, rule, pointer, "has " + length + " characters: shorten it to " + most);
        int control = Texts.controlCharacter(value);
        require(
                control < 0,
                Rule.TEXTS_HOLD_NO_CONTROL_CHARACTERS,
                pointer,
                String.format(
                        Locale.ROOT,
                        "holds the control character U+%04X: remove it; only tabs and newlines are allowed",
                        Math.max(control, 0)));
        require(
                !Texts.hasLoneSurrogate(value),
                Rule.TEXTS_HOLD_NO_LONE_SURROGATES,
                pointer,
                "holds half a character (a lone surrogate): remove it");
    }

    void key(String pointer, @Nullable String key) {
        require(
                key == null || Texts.isKey(key),
                Rule.KEYS_ARE_SMALL_LETTERS_DIGITS_AND_HYPHENS,
                pointer,
                "is no key: use 1 to 64 of a-z, 0-9 and -, the first not a -");
    }

    void userName(String pointer, String name) {
        require(
                Texts.isUserName(name),
                Rule.USER_NAMES_ARE_SMALL_LETTERS_DIGITS_AND_PUNCTUATION,
                pointer,
                "is no user name: use 1 to 64 of a-z, 0-9, dot, _ and -, the first a letter or digit");
    }

    void link(String pointer, @Nullable URI link) {
        if (link == null) {
            return;
        }
        String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
        require(
                (scheme.equals("http") || scheme.equals("https")) && link.getRawAuthority() != null,
                Rule.LINKS_ARE_HTTP_OR_HTTPS,
                pointer,
                "is no web address: begin it with http:// or https:// and a host");
        int length = link.toString().length();
        require(
                length <= Texts.LONGEST_LINK,
                Rule.LINKS_HAVE_AT_MOST_2000_CHARACTERS,
                pointer,
                "has " + length + " characters: shorten it to " + Texts.LONGEST_LINK);
    }

    void tags(String pointer, @Nullable List<String> tags) {
        if (tags == null) {
            return;
        }
        require(
                tags.size() <= Texts.MOST_TAGS,
                Rule.THERE_ARE_AT_MOST_20_TAGS,
                pointer,
                "has " + tags.size() + " tags: keep at most " + Texts.MOST_TAGS);
        for (int i = 0; i < Math.min(tags.size(), Texts.MOST_TAGS); i++) {
            notEmpty(pointer + "/" + i, tags.get(i));
            fits(pointer + "/" + i, tags.get(i), Texts.LONGEST_TAG, Rule.TAGS_HAVE_AT_MOST_50_CHARACTERS);
        }
        listedOnce(pointer, tags);
    }

    void listedOnce(String pointer, List<String> entries) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            require(
                    seen.add(entries.get(i)),
                    Rule.NOTHING_IS_LISTED_TWICE,
                    pointer + "/" + i,
                    "stands there twice: name it once");
        }
    }

    void instant(String pointer, @Nullable Instant instant) {
        require(
                instant == null || (!instant.isBefore(EARLIEST) && instant.isBefore(END)),
                Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999,
                pointer,
                "lies outside the years 1 to 9999: correct it");
    }

    void date(String pointer, @Nullable LocalDate date) {
        if (date != null) {
            require(
                    date.getYear() >= 1 && date.getYear() <= 9999,
                    Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999,
                    pointer,
                    "lies outside the years 1 to 9999: correct it");
        }
    }

    /** A date, month or year in which something is said to have happened. */
    void pastDate(String pointer, @Nullable String text, Instant now) {
        if (text == null) {
            return;
        }
        LocalDate begins = PartialDates.begins(text);
        require(
                begins != null,
                Rule.DATES_OF_EVIDENCE_ARE_DATES_MONTHS_OR_YEARS,
                pointer,
                "is no date: write 2025-07-31, 2025-07 or 2025, as fine as it is known");
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        require(
                begins == null || !begins.isAfter(today),
                Rule.DATES_OF_EVIDENCE_ARE_NOT_IN_THE_FUTURE,
                pointer,
                "lies in the future: name a date up to " + today);
    }

    void policy(@Nullable PolicyChange policy) {
        if (policy != null) {
            within("/policy/rho", policy.rho(), 0, 1);
            within("/policy/extremize", policy.extremize(), 1, 4);
            within("/policy/floor", policy.floor(), 1e-6, 0.05);
            within("/policy/minCoverage", policy.minCoverage(), 0, 1);
            Double stale = policy.staleAbove();
            require(
                    stale == null || (stale >= 0 && stale <= Double.MAX_VALUE),
                    Rule.POLICY_PARAMETERS_STAY_IN_THEIR_RANGE,
                    "/policy/staleAbove",
                    "is out of range: choose a number of decibans, 0 or more");
        }
    }

    private void within(String pointer, @Nullable Double value, double least, double most) {
        require(
                value == null || (value >= least && value <= most),
                Rule.POLICY_PARAMETERS_STAY_IN_THEIR_RANGE,
                pointer,
                "is out of range: choose a number from " + plain(least) + " to " + plain(most));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** That a change changes something, and empties only what may be empty. */
    void change(Set<String> cleared, Set<String> optional, @Nullable Object... given) {
        for (String field : cleared) {
            require(
                    optional.contains(field),
                    Rule.ONLY_OPTIONAL_FIELDS_ARE_CLEARED,
                    Texts.step(field),
                    "cannot be empty: give it a value, or leave it out to keep the one it has");
        }
        boolean nothing = cleared.isEmpty();
        for (Object value : given) {
            nothing &= value == null;
        }
        require(
                !nothing,
                Rule.A_CHANGE_NAMES_WHAT_IT_CHANGES,
                "",
                "Nothing is to be changed: name at least one field with its new value");
    }
}
