package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.dossier.Grouping;

/** What stands below the picture of a comparison, and what one may pick. */
@Component
class CompareParts {
    private final WhatChanged changed;
    private final ComparedMatrix matrices;
    private final MeasureWords words;

    CompareParts(WhatChanged changed, ComparedMatrix matrices, MeasureWords words) {
        this.changed = changed;
        this.matrices = matrices;
        this.words = words;
    }

    /** Something that may be picked: as addresses write it, and in words. */
    record Choice(String word, String name, boolean current) {}

    void add(Model model, Comparison comparison) {
        model.addAttribute("measures", measures(comparison));
        model.addAttribute("groupings", groupings());
        model.addAttribute("words", words);
        model.addAttribute("groups", changed.of(comparison));
        model.addAttribute("compared", matrices.of(comparison));
    }

    private List<Choice> measures(Comparison comparison) {
        var from = comparison.from();
        var known = Stream.concat(
                        comparison.to().interpretations().stream(),
                        from == null ? Stream.of() : from.interpretations().stream())
                .map(InterpretationView::key)
                .distinct()
                .toList();
        var all = new ArrayList<>(Measure.all(known));
        Measure current = comparison.measure();
        if (current != null && !all.contains(current)) {
            all.removeIf(one -> one.isLead() && current.isOfSamePair(one));
            all.addFirst(current);
        }
        return all.stream()
                .map(one -> new Choice(one.word(), words.name(one), one.equals(current)))
                .toList();
    }

    private static List<String> groupings() {
        var all = new ArrayList<String>();
        for (Grouping one : List.of(Grouping.ITEM, Grouping.ANALYST, Grouping.KIND)) {
            all.add(one.word());
        }
        all.add("event");
        return all;
    }
}
