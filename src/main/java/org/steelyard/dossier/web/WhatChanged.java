package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.Grouping;
import org.steelyard.dossier.web.Comparison.Shift;
import org.steelyard.site.Texts;

/** What happened in a comparison's range, in words, like beside like: what moved most comes first. */
@Component
class WhatChanged {
    /** So many of a group stand open; the others are one step away. */
    private static final int OPEN = 5;

    /** More than anyone reads; the log has them all. */
    private static final int MOST = 300;

    private final MeasureWords words;
    private final Texts texts;

    WhatChanged(MeasureWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** Below this a page writes 0. */
    private static final double NOTHING = 0.0005;

    /** How an event is spoken of; in the order of the page. */
    enum What {
        INTERPRETATIONS(OPEN),
        POLICY(OPEN),
        ADDED(OPEN),
        RETRACTED(OPEN),
        REINSTATED(OPEN),
        CORRECTED(OPEN),
        REGRADED(OPEN),
        RERATED(OPEN),
        REJUDGED(OPEN),
        JUDGED(OPEN),
        RATED(0),
        OTHER(0);

        private final int open;

        What(int open) {
            this.open = open;
        }
    }

    /**
     * An event, and what it moved of what the comparison follows: "+6.10 dB"; empty where it moved nothing. A new item has with it
     * what its ratings moved.
     */
    record Line(Story.Entry entry, String moved) {}

    /**
     * What is alike.
     *
     * @param open the lines that stand open
     * @param folded those that are one step away
     * @param all how many there are
     */
    record Group(What what, List<Line> open, List<Line> folded, int all) {}

    List<Group> of(Comparison comparison) {
        var events = comparison.events();
        var sorting = new Sorting();
        comparison.stretch().earlier().forEach(sorting::what);
        var found = new EnumMap<What, List<Integer>>(What.class);
        for (int i = 0; i < events.size(); i++) {
            found.computeIfAbsent(sorting.what(events.get(i)), what -> new ArrayList<>())
                    .add(i);
        }
        var moved = new Moved(comparison.shifts());
        var groups = new ArrayList<Group>();
        found.forEach((what, numbers) -> groups.add(group(comparison, what, numbers, moved)));
        return groups;
    }

    private Group group(Comparison comparison, What what, List<Integer> numbers, Moved moved) {
        var events = comparison.events();
        var lines = numbers.stream()
                .sorted(Comparator.comparingDouble(number -> -Math.abs(moved.by(events.get(number), what))))
                .limit(MOST)
                .map(number -> new Line(
                        comparison.entries().get(number),
                        said(comparison.measure(), moved.by(events.get(number), what), what)))
                .toList();
        boolean hardlyMore = what.open > 0 && lines.size() - what.open < 2;
        int open = hardlyMore ? lines.size() : Math.min(what.open, lines.size());
        return new Group(what, lines.subList(0, open), lines.subList(open, lines.size()), numbers.size());
    }

    private String said(@Nullable Measure measure, double amount, What what) {
        if (measure == null || Math.abs(amount) < NOTHING) {
            return "";
        }
        String text = words.stepWithUnit(measure, amount);
        return what == What.ADDED ? texts.text("compare.with-ratings", text) : text;
    }

    /** What each event moved, and each item with all that was said of it. */
    private static final class Moved {
        private final Map<Long, Double> byEvent = new HashMap<>();
        private final Map<String, Double> byItem = new HashMap<>();

        Moved(List<Shift> shifts) {
            for (Shift shift : shifts) {
                byEvent.put(shift.event().revision(), shift.amount());
                if (!shift.isBreak()) {
                    byItem.merge(Grouping.ITEM.key(shift.event()), shift.amount(), Double::sum);
                }
            }
        }

        double by(Recorded event, What what) {
            return what == What.ADDED
                    ? byItem.getOrDefault(Grouping.ITEM.key(event), 0.0)
                    : byEvent.getOrDefault(event.revision(), 0.0);
        }
    }

    /** Knows what was rated and judged before. */
    private static final class Sorting {
        private final Set<String> rated = new HashSet<>();
        private final Set<String> judged = new HashSet<>();

        What what(Recorded event) {
            String author = event.stamp().author();
            return switch (event.event()) {
                case InterpretationProposed _,
                        InterpretationRevised _,
                        InterpretationWithdrawn _,
                        InterpretationReinstated _ -> What.INTERPRETATIONS;
                case PolicyChanged _ -> What.POLICY;
                case EvidenceRecorded _ -> What.ADDED;
                case EvidenceRetracted _ -> What.RETRACTED;
                case EvidenceReinstated _ -> What.REINSTATED;
                case EvidenceCorrected _, SourceCorrected _ -> What.CORRECTED;
                case EvidenceRegraded _, SourceRegraded _ -> What.REGRADED;
                case EvidenceRated e -> rated.add(e.item() + " " + author) ? What.RATED : What.RERATED;
                case RatingWithdrawn _ -> What.RERATED;
                case JudgmentRecorded _ -> judged.add(author) ? What.JUDGED : What.REJUDGED;
                case JudgmentWithdrawn _ -> What.REJUDGED;
                case AssessmentOpened _, AssessmentRevised _, MarkingChanged _, BlindChanged _, ArchiveChanged _ ->
                    What.OTHER;
                case SourceRecorded _, IndicatorRecorded _, IndicatorChanged _ -> What.OTHER;
                case CommentMade _, ReviewRequested _, ReviewGiven _ -> What.OTHER;
                case AssessmentResolved _, AssessmentReopened _ -> What.OTHER;
            };
        }
    }
}
