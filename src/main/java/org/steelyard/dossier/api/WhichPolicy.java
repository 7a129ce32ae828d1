package org.steelyard.dossier.api;

import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Situation;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Stretch;
import org.steelyard.http.Problem;

/** Under which policy a reading is computed: the query parameter {@code policy} of every endpoint that computes one. */
enum WhichPolicy {
    /** That in force at the point that is looked at. */
    IN_FORCE,
    /** That of the latest point, whatever was in force at the one that is looked at. */
    CURRENT;

    /** What the parameter is for. */
    static final String DESCRIPTION = "current: under the policy of the latest point instead of the one in force";

    /**
     * What the parameter asks for; empty is the same as absent.
     *
     * @throws Problem 400 where it asks for anything else
     */
    static WhichPolicy of(String parameter) {
        return switch (parameter) {
            case "" -> IN_FORCE;
            case "current" -> CURRENT;
            default ->
                throw Problem.badRequest("The query parameter policy can only be current: change it, or leave it out.");
        };
    }

    /** The policy to compute with at this point. */
    Policy at(Dossier dossier) {
        return switch (this) {
            case IN_FORCE -> dossier.policy();
            case CURRENT -> dossier.currentPolicy();
        };
    }

    /** What the formulas read at this point, under this policy. */
    Situation situation(Dossier dossier) {
        return switch (this) {
            case IN_FORCE -> dossier.situation();
            case CURRENT -> dossier.situation().under(dossier.currentPolicy());
        };
    }

    /** A range with every point under this policy. */
    Stretch over(Stretch stretch) {
        return switch (this) {
            case IN_FORCE -> stretch;
            case CURRENT -> stretch.underCurrentPolicy();
        };
    }

    /** What an answer says of it: true, or nothing. */
    @Nullable
    Boolean counterfactual() {
        return this == CURRENT ? true : null;
    }
}
