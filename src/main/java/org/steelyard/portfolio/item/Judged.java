package org.steelyard.portfolio.item;

import java.util.List;
import org.steelyard.assessment.AssessmentState.Framing;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.balance.Balance.AnalystLine;

/**
 * A judgment as its assessment has it.
 *
 * @param framing what the assessment is called, and where it stands
 * @param line what the balance says of the judgment: what overtook it, and whether it is incomplete
 * @param proposed all interpretations there ever were, in the order in which they were proposed
 */
public record Judged(
        String assessment, Framing framing, JudgmentView judgment, AnalystLine line, List<String> proposed) {}
