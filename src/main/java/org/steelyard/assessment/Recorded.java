package org.steelyard.assessment;

/** An event as it stands in the log of its assessment: its revision (from 1), its stamp, and what happened. */
public record Recorded(long revision, Stamp stamp, AssessmentEvent event) {}
