package org.steelyard.dossier.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.Origins;
import org.steelyard.assessment.PolicyFields;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.balance.WhatIf;
import org.steelyard.balance.WhatIf.Grades;
import org.steelyard.dossier.web.Assumption.Kind;
import org.steelyard.http.Bodies;
import org.steelyard.http.Problem;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an address assumes to be otherwise, held against what is there at the point that it shows. */
final class Assumed {
    private final Shown shown;
    private final Set<String> items = new HashSet<>();
    private final Set<String> sources = new HashSet<>();

    Assumed(Shown shown) {
        this.shown = shown;
        shown.situation().items().forEach(item -> items.add(item.key()));
        shown.view().sources().forEach(source -> sources.add(source.key()));
    }

    /** Whether the thing is there to be otherwise. */
    boolean applies(Assumption one) {
        return switch (one.kind()) {
            case ITEM, CREDIBILITY, RELEVANCE -> items.contains(one.key());
            case ORIGIN -> Origins.find(shown.situation(), one.key()) != null;
            case SOURCE, RELIABILITY -> sources.contains(one.key());
            case ANALYST -> shown.situation().analysts().contains(one.key());
            case RATING ->
                one.rated()
                        .filter(rated -> items.contains(rated.item())
                                && shown.situation().interpretations().contains(rated.interpretation()))
                        .isPresent();
            case POLICY -> change(one) != null;
        };
    }

    /** What those that apply come to. */
    WhatIf whatIf(List<Assumption> assumed) {
        var applying = assumed.stream().filter(this::applies).toList();
        var origins = new HashSet<String>();
        keys(applying, Kind.ORIGIN)
                .forEach(name -> origins.add(Objects.requireNonNull(Origins.find(shown.situation(), name))));
        Map<String, Grades> grades = new HashMap<>();
        Map<String, Reliability> reliability = new HashMap<>();
        var policy = shown.situation().policy();
        for (Assumption one : applying) {
            Grades before = grades.getOrDefault(one.key(), new Grades(null, null));
            switch (one.kind()) {
                case CREDIBILITY -> grades.put(one.key(), new Grades(Integer.valueOf(one.value()), before.relevance()));
                case RELEVANCE ->
                    grades.put(one.key(), new Grades(before.credibility(), Relevance.valueOf(one.value())));
                case RELIABILITY -> reliability.put(one.key(), Reliability.valueOf(one.value()));
                case POLICY -> policy = Objects.requireNonNull(change(one)).of(policy);
                case ITEM, ORIGIN, SOURCE, ANALYST, RATING -> {}
            }
        }
        return new WhatIf(
                keys(applying, Kind.ITEM),
                origins,
                keys(applying, Kind.SOURCE),
                keys(applying, Kind.ANALYST),
                grades,
                reliability,
                applying.stream().flatMap(one -> one.rated().stream()).toList(),
                policy);
    }

    private static Set<String> keys(List<Assumption> assumed, Kind kind) {
        var keys = new HashSet<String>();
        assumed.stream().filter(one -> one.kind() == kind).forEach(one -> keys.add(one.key()));
        return keys;
    }

    /** A parameter within its bounds, as in the body of a write; null where it is none. */
    private static @Nullable PolicyChange change(Assumption one) {
        try {
            var body = JsonNodeFactory.instance.objectNode().put(one.key(), Double.parseDouble(one.value()));
            return PolicyFields.change(Bodies.read(body, PolicyFields.class));
        } catch (Problem outOfBounds) {
            return null;
        }
    }
}
