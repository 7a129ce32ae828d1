package org.steelyard.dossier.figure;

import org.jspecify.annotations.Nullable;

/**
 * What an item, or several folded into one row, give to a lead.
 *
 * @param name key of the item; of folded ones how many they are
 * @param about the claim; empty for folded ones
 * @param text the value as it is written
 * @param linchpin whether it is of the set without which the lead is gone
 * @param folded whether it is several items in one; it does not stretch the scale, and has no bar where it would not fit
 * @param href where the name leads, or null
 * @param title what the bar says of itself
 */
public record ContributionRow(
        String name,
        String about,
        double value,
        String text,
        boolean linchpin,
        boolean folded,
        @Nullable String href,
        String title) {}
