package org.steelyard.eventstore;

/** What a follower of the log is told of an event: where it stands. What it says, the follower reads there. */
record Appended(String assessment, long revision) {}
