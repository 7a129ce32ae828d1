package org.steelyard.portfolio.search;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.IndicatorView;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Recorded;

/**
 * What is written at a place, once a revision was recorded: the texts in force with all that was effective by then. The
 * rationales of ratings are left out: there are as many as all other texts together.
 *
 * @param revision the event that set something of it last
 */
record Written(Place place, long revision, List<String> texts) {

    /** What is in force at a place at this revision; null for nothing. */
    static @Nullable Written at(AssessmentState state, Place place, long revision) {
        if (revision < 1) {
            return null;
        }
        var point = new Point(revision, Instant.MAX);
        String item = place.item();
        return switch (place.sort()) {
            case ASSESSMENT -> framing(state, place, revision);
            case INTERPRETATION, EVIDENCE, SOURCE, INDICATOR ->
                state.isInForce(item, point) ? thing(state, place, point) : null;
            case JUDGMENT -> {
                var judgment = state.judgmentAt(item, point);
                yield judgment == null ? null : of(place, judgment.revision(), judgment.rationale());
            }
            case RESOLUTION -> {
                var resolution = state.resolutionAt(point);
                yield resolution == null ? null : of(place, resolution.revision(), resolution.basis());
            }
            case COMMENT, REVIEW, REVIEW_REQUEST -> {
                long said = Long.parseLong(item);
                yield said > revision ? null : said(place, Objects.requireNonNull(state.recorded(said)));
            }
        };
    }

    /** Everything written at this revision. */
    static List<Written> all(AssessmentState state, long revision) {
        Set<Place> places = new LinkedHashSet<>();
        for (Recorded event : state.events()) {
            Place place = event.revision() > revision ? null : Place.touchedBy(event);
            if (place != null) {
                places.add(place);
            }
        }
        var all = new ArrayList<Written>();
        for (Place place : places) {
            Written written = at(state, place, revision);
            if (written != null) {
                all.add(written);
            }
        }
        return all;
    }

    private static Written framing(AssessmentState state, Place place, long revision) {
        var framing = state.framingAt(revision);
        return of(
                place,
                revision,
                framing.title(),
                framing.question(),
                String.join(", ", framing.tags()),
                state.key().replace('-', ' '));
    }

    private static @Nullable Written thing(AssessmentState state, Place place, Point point) {
        return switch (place.sort()) {
            case INTERPRETATION -> interpretation(place, state.interpretationAt(place.item(), point));
            case EVIDENCE -> evidence(place, state.evidenceAt(place.item(), point));
            case SOURCE -> source(place, state.sourceAt(place.item(), point));
            default -> indicator(place, state.indicatorAt(place.item(), point));
        };
    }

    private static @Nullable Written interpretation(Place place, @Nullable InterpretationView it) {
        return it == null ? null : of(place, it.revision(), it.statement(), it.holder(), it.discriminator());
    }

    private static @Nullable Written evidence(Place place, @Nullable EvidenceView it) {
        return it == null ? null : of(place, it.revision(), it.claim(), it.origin(), host(it.link()));
    }

    private static @Nullable Written source(Place place, @Nullable SourceView it) {
        return it == null ? null : of(place, it.revision(), it.name(), it.kind(), it.origin());
    }

    private static @Nullable Written indicator(Place place, @Nullable IndicatorView it) {
        return it == null ? null : of(place, it.revision(), it.statement());
    }

    private static Written said(Place place, Recorded by) {
        String text = switch (by.event()) {
            case CommentMade e -> e.text();
            case ReviewRequested e -> e.text();
            case ReviewGiven e -> e.text();
            default -> throw new IllegalStateException("Nothing was said at revision " + by.revision());
        };
        return of(place, by.revision(), text);
    }

    private static @Nullable String host(@Nullable URI link) {
        return link == null ? null : link.getHost();
    }

    private static Written of(Place place, long revision, @Nullable String... texts) {
        return new Written(
                place, revision, Stream.of(texts).filter(Objects::nonNull).toList());
    }
}
