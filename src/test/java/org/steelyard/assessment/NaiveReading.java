package org.steelyard.assessment;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;

/**
 * docs/scoring.md section 1 by its words and nothing else: of the events that count, each fact takes the value with the
 * greatest (effectiveAt, revision). Every question scans them all.
 */
final class NaiveReading {
    private static final Comparator<Recorded> ORDER = Comparator.comparing(
                    (Recorded recorded) -> recorded.stamp().effectiveAt())
            .thenComparingLong(Recorded::revision);

    /** What one event says of one fact: a value, or that it is empty from then on. */
    private record Setting(@Nullable Object value) {}

    private final List<Recorded> counted;

    /** @param events in any order */
    NaiveReading(List<Recorded> events, long revision, Instant effectiveAt) {
        counted = events.stream()
                .filter(recorded -> recorded.revision() <= revision)
                .filter(recorded -> !recorded.stamp().effectiveAt().isAfter(effectiveAt))
                .sorted(ORDER)
                .toList();
    }

    boolean begun() {
        return newest(AssessmentOpened.class::isInstance, null) != null;
    }

    /** Events that count and are of one of these kinds, in the order of their revisions. */
    List<Recorded> all(Class<?>... kinds) {
        return counted.stream()
                .filter(recorded -> Set.of(kinds).contains(recorded.event().getClass()))
                .sorted(Comparator.comparingLong(Recorded::revision))
                .toList();
    }

    /** The event with the greatest (effectiveAt, revision) of those wanted, by this author or by anybody. */
    @Nullable
    Recorded newest(Predicate<AssessmentEvent> wanted, @Nullable String author) {
        Recorded newest = null;
        for (Recorded recorded : counted) {
            if (wanted.test(recorded.event())
                    && (author == null || recorded.stamp().author().equals(author))) {
                newest = recorded;
            }
        }
        return newest;
    }

    /** Keys of what this kind of event creates, whether still in force or not. */
    SortedSet<String> keys(Class<? extends OfKey> creation) {
        var keys = new TreeSet<String>();
        all(creation)
                .forEach(recorded ->
                        keys.add(Objects.requireNonNull(recorded.event().item())));
        return keys;
    }

    List<String> inForce(Class<? extends OfKey> creation) {
        return keys(creation).stream().filter(this::inForce).toList();
    }

    boolean inForce(String key) {
        Recorded last =
                newest(event -> isOf(event, key) && (creates(event) || reinstates(event) || takesOut(event)), null);
        return last != null && !takesOut(last.event());
    }

    private static boolean reinstates(AssessmentEvent event) {
        return event instanceof InterpretationReinstated || event instanceof EvidenceReinstated;
    }

    private static boolean takesOut(AssessmentEvent event) {
        return event instanceof InterpretationWithdrawn || event instanceof EvidenceRetracted;
    }

    /** Every fact is set when its thing begins, if only to nothing. */
    private static boolean creates(AssessmentEvent event) {
        return event instanceof AssessmentOpened
                || event instanceof InterpretationProposed
                || event instanceof SourceRecorded
                || event instanceof EvidenceRecorded
                || event instanceof IndicatorRecorded;
    }

    private static boolean isOf(AssessmentEvent event, @Nullable String key) {
        return key == null
                ? event instanceof AssessmentOpened || event instanceof AssessmentRevised
                : event instanceof OfKey && key.equals(event.item());
    }

    /** The value of a fact of the thing with this key, or of the assessment itself; null where it is empty. */
    @Nullable
    Object fact(@Nullable String key, String field) {
        Object value = null;
        for (Recorded recorded : counted) {
            Setting setting = isOf(recorded.event(), key) ? setting(recorded.event(), field) : null;
            value = setting == null ? value : setting.value();
        }
        return value;
    }

    <T> T fact(@Nullable String key, String field, Class<T> type) {
        return type.cast(Objects.requireNonNull(fact(key, field), () -> key + " has no " + field));
    }

    double parameter(String name, double usual) {
        double value = usual;
        for (Recorded recorded : counted) {
            PolicyChange change = policy(recorded.event());
            Object said = change == null ? null : component(change, name);
            value = said == null ? value : (Double) said;
        }
        return value;
    }

    private static @Nullable PolicyChange policy(AssessmentEvent event) {
        return switch (event) {
            case AssessmentOpened opened -> opened.policy();
            case PolicyChanged changed -> changed.policy();
            default -> null;
        };
    }

    private static @Nullable Setting setting(AssessmentEvent event, String field) {
        if (field.equals("status") && event instanceof IndicatorRecorded) {
            return new Setting(IndicatorStatus.WATCHING);
        }
        Object value = component((Record) event, field);
        boolean cleared = component((Record) event, "cleared") instanceof Set<?> names && names.contains(field);
        return value == null && !cleared && !creates(event) ? null : new Setting(value);
    }

    /** The component of this name, or null where there is none. */
    static @Nullable Object component(Record of, String name) {
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    return component.getAccessor().invoke(of);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return null;
    }

    /** Everyone who rated or judged, or took it back. */
    SortedSet<String> analysts() {
        var analysts = new TreeSet<String>();
        for (Recorded recorded :
                all(EvidenceRated.class, RatingWithdrawn.class, JudgmentRecorded.class, JudgmentWithdrawn.class)) {
            analysts.add(recorded.stamp().author());
        }
        return analysts;
    }

    /** The rating of a cell in force by this author, or null. */
    @Nullable
    Recorded rating(String evidence, String interpretation, String author) {
        Recorded last = newest(
                event -> event instanceof OfCell cell
                        && cell.evidence().equals(evidence)
                        && cell.interpretation().equals(interpretation),
                author);
        return last != null && last.event() instanceof EvidenceRated ? last : null;
    }

    /** The judgment in force by this author, or null. */
    @Nullable
    Recorded judgment(String author) {
        Recorded last =
                newest(event -> event instanceof JudgmentRecorded || event instanceof JudgmentWithdrawn, author);
        return last != null && last.event() instanceof JudgmentRecorded ? last : null;
    }

    /** All ratings in force, row by row. */
    List<Recorded> ratings() {
        var ratings = new ArrayList<Recorded>();
        for (String evidence : inForce(EvidenceRecorded.class)) {
            for (String interpretation : inForce(InterpretationProposed.class)) {
                for (String author : analysts()) {
                    Recorded rating = rating(evidence, interpretation, author);
                    if (rating != null) {
                        ratings.add(rating);
                    }
                }
            }
        }
        return ratings;
    }
}
