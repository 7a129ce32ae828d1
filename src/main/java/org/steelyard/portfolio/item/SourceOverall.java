package org.steelyard.portfolio.item;

import java.util.List;
import org.steelyard.balance.Reliability;

/**
 * A source over all assessments that one may read: those of one key are one source. Name and kind are those of the assessment in
 * which it changed last.
 *
 * @param reliabilities the grades it has in them, best first
 * @param items how many items in force come from it, {@code weight} the sum of their weights
 * @param assessments in how many assessments
 * @param leadersHanging the keys of those whose leader by weight of evidence, or by inconsistency, falls without its items
 */
public record SourceOverall(
        String key,
        String name,
        String kind,
        List<Reliability> reliabilities,
        int items,
        double weight,
        int assessments,
        List<String> leadersHanging) {}
