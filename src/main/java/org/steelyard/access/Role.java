package org.steelyard.access;

/** What a member is in one assessment: a grant, capped by the user's role in the installation. */
public enum Role {
    OWNER,
    ANALYST,
    REVIEWER,
    READER
}
