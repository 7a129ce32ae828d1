package org.steelyard.balance;

/**
 * What a source with items in force carries (docs/scoring.md sections 2 and 7).
 *
 * @param source its key
 * @param items how many of its items are in force
 * @param weight the sum of their weights
 * @param carriesWeightOfEvidence whether the leader by weight of evidence is tied or overturned without them; false where none is
 *     named
 * @param carriesInconsistency the same of the leader by weighted inconsistency
 */
public record SourceLine(
        String source, int items, double weight, boolean carriesWeightOfEvidence, boolean carriesInconsistency) {}
