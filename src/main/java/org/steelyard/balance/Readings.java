package org.steelyard.balance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three readings at a point in time, and who leads by each: a {@link Balance} without the lines behind it.
 *
 * @param interpretations in force, sorted by key, by code point
 * @param coverage share of cells rated, 0..1; null where there is no cell
 */
public record Readings(
        List<Balance.Reading> interpretations,
        Balance.Leaders leaders,
        Balance.Agreement agreement,
        @Nullable Double coverage) {

    /** The reading of one interpretation, or null where it is not in force. */
    public Balance.@Nullable Reading of(String interpretation) {
        for (Balance.Reading reading : interpretations) {
            if (reading.key().equals(interpretation)) {
                return reading;
            }
        }
        return null;
    }
}
