package org.steelyard.assessment;

import java.time.Instant;

/** An event that is decided on, and since when it holds. */
record Dated(AssessmentEvent event, Instant effectiveAt) {}
