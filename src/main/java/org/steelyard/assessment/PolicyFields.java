package org.steelyard.assessment;

import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.http.Body.Between;

/** Parameters of the policy in a body (docs/scoring.md); those left out keep their value. */
public record PolicyFields(
        @Nullable @Between(min = 0, max = 1) Double rho,
        @Nullable @Between(min = 1, max = 4) Double extremize,
        @Nullable @Between(min = 1e-6, max = 0.05) Double floor,
        @Nullable @Between(min = 0, max = 1) Double minCoverage,
        @Nullable @Between(min = 0) Double staleAbove) {

    public static PolicyChange change(@Nullable PolicyFields fields) {
        return fields == null
                ? PolicyChange.NONE
                : new PolicyChange(fields.rho, fields.extremize, fields.floor, fields.minCoverage, fields.staleAbove);
    }
}
