package org.steelyard.dossier.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.steelyard.access.Members.Member;
import org.steelyard.assessment.AssessmentView;

/** Everything about an assessment at a point in time, but for its members, who are today's. */
record WholeAssessment(@JsonUnwrapped AssessmentView view, List<Member> members) {}
