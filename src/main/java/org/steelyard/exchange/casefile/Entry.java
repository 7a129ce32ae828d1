package org.steelyard.exchange.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case: something to be recorded.
 *
 * @param change what is to be done; null in the lists that are not changes
 * @param fields the entry itself
 * @param content the fields that say what is recorded: the entry's own, or what a change sets
 * @param seq its place in the order, and the name by which others refer to it; null in a file without
 * @param effectiveAt since when it holds; null for the time of the import
 * @param author whose view it is; null for whoever imports
 * @param recordedAt the simulated time of recording; null but in a demo
 * @param flawed whether something in it was complained about already
 */
record Entry(
        EntryKind kind,
        @Nullable Change change,
        Fields fields,
        Fields content,
        @Nullable Long seq,
        @Nullable Instant effectiveAt,
        @Nullable String author,
        @Nullable String reason,
        @Nullable Instant recordedAt,
        boolean flawed) {}
