package org.steelyard.assessment;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks assessments up by the words of all that is written in them. May be a moment behind the log. */
public interface FullText {

    /**
     * The assessments in whose texts all that a search takes for words in {@code word} stands; none where it holds no word.
     *
     * @param begun whether longer words that begin so are meant too
     * @param first the first key to look at, {@code last} the last, in the database's order
     * @param asOf the instant by which the texts were recorded; null for the newest
     */
    Set<String> holding(String word, boolean begun, String first, String last, @Nullable Instant asOf);
}
