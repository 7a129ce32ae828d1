package org.steelyard.assessment.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.http.Body;

/** The body, or the query, of a write that has nothing to say but why and since when. */
@Body
record Reason(@Nullable String reason, @Nullable Instant effectiveAt) implements Said {}
