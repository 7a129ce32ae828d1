package org.steelyard.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.access.Members.Member;

/** An assessment and, among its own fields, who its members are today. */
public record AssessmentWithMembers(
        @JsonUnwrapped AssessmentView assessment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        List<Member> members) {}
