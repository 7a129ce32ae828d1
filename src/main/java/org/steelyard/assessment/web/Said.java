package org.steelyard.assessment.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a body may say about the write itself. */
interface Said {

    @Nullable
    String reason();

    /** Since when it holds; null for now, and where the thing follows the order of recording alone. */
    default @Nullable Instant effectiveAt() {
        return null;
    }
}
