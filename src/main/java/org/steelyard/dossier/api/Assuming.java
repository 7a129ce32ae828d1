package org.steelyard.dossier.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Origins;
import org.steelyard.assessment.PolicyFields;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Reliability;
import org.steelyard.balance.Situation;
import org.steelyard.balance.WhatIf;
import org.steelyard.balance.WhatIf.Grades;
import org.steelyard.balance.WhatIf.Rated;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.api.Assumptions.AssumedRating;
import org.steelyard.dossier.api.Assumptions.Dropped;
import org.steelyard.http.Problem;
import org.steelyard.http.Problem.FieldError;

/** Holds assumptions against the point that they are made about: each key must be one that is there. */
final class Assuming {
    private final Situation situation;
    private final Dossier dossier;
    private final Set<String> items = new HashSet<>();
    private final List<FieldError> unknown = new ArrayList<>();

    private Assuming(Dossier dossier, Situation situation) {
        this.dossier = dossier;
        this.situation = situation;
        situation.items().forEach(item -> items.add(item.key()));
    }

    /**
     * What the assumptions come to at this point.
     *
     * @throws Problem 409 that names every key which is not there
     */
    static WhatIf of(Assumptions assumptions, Dossier dossier, Situation situation) {
        return new Assuming(dossier, situation).whatIf(assumptions);
    }

    private WhatIf whatIf(Assumptions asked) {
        Dropped drop = asked.drop() == null ? Dropped.NOTHING : asked.drop();
        var whatIf = new WhatIf(
                known(drop.items(), "/drop/items", items::contains, "item of evidence in force"),
                origins(drop.origins()),
                known(drop.sources(), "/drop/sources", this::isSource, "source"),
                known(drop.analysts(), "/drop/analysts", situation.analysts()::contains, "analyst who rated or judged"),
                grades(asked),
                reliability(asked),
                ratings(asked.ratings()),
                policy(asked.policy()));
        if (!unknown.isEmpty()) {
            throw refusal();
        }
        return whatIf;
    }

    private Problem refusal() {
        var first = unknown.getFirst();
        String more = unknown.size() == 1 ? "" : " (and " + (unknown.size() - 1) + " more, see errors)";
        return Problem.conflict("unknown-key", first.pointer() + ": " + first.message() + more)
                .with(unknown);
    }

    private boolean isSource(String key) {
        return dossier.state().sourceAt(key, dossier.point()) != null;
    }

    private Set<String> known(@Nullable List<String> keys, String pointer, Predicate<String> isThere, String what) {
        var known = new LinkedHashSet<String>();
        for (int i = 0; keys != null && i < keys.size(); i++) {
            require(isThere.test(keys.get(i)), pointer + "/" + i, what, keys.get(i));
            known.add(keys.get(i));
        }
        return known;
    }

    private Set<String> origins(@Nullable List<String> names) {
        var origins = new LinkedHashSet<String>();
        for (int i = 0; names != null && i < names.size(); i++) {
            String origin = Origins.find(situation, names.get(i));
            require(origin != null, "/drop/origins/" + i, "origin of an item in force", names.get(i));
            if (origin != null) {
                origins.add(origin);
            }
        }
        return origins;
    }

    private Map<String, Grades> grades(Assumptions asked) {
        var grades = new LinkedHashMap<String, Grades>();
        var given = asked.evidence();
        if (given != null) {
            given.forEach((key, assumed) -> {
                requireItem("/evidence/" + key, key);
                grades.put(key, new Grades(assumed.credibility(), assumed.relevance()));
            });
        }
        return grades;
    }

    private Map<String, Reliability> reliability(Assumptions asked) {
        var reliability = new LinkedHashMap<String, Reliability>();
        var given = asked.sources();
        if (given != null) {
            given.forEach((key, assumed) -> {
                require(isSource(key), "/sources/" + key, "source", key);
                reliability.put(key, assumed.reliability());
            });
        }
        return reliability;
    }

    private List<Rated> ratings(@Nullable List<AssumedRating> given) {
        var ratings = new ArrayList<Rated>();
        for (int i = 0; given != null && i < given.size(); i++) {
            AssumedRating one = given.get(i);
            requireItem("/ratings/" + i + "/evidence", one.evidence());
            require(
                    situation.interpretations().contains(one.interpretation()),
                    "/ratings/" + i + "/interpretation",
                    "interpretation in force",
                    one.interpretation());
            ratings.add(new Rated(one.analyst(), one.evidence(), one.interpretation(), one.rating()));
        }
        return ratings;
    }

    private @Nullable Policy policy(@Nullable PolicyFields fields) {
        return fields == null ? null : PolicyFields.change(fields).of(situation.policy());
    }

    private void requireItem(String pointer, String key) {
        require(items.contains(key), pointer, "item of evidence in force", key);
    }

    private void require(boolean isThere, String pointer, String what, String key) {
        if (!isThere) {
            unknown.add(new FieldError(
                    pointer, "there is no " + what + " " + key + " at this point in time; change it or leave it out"));
        }
    }
}
