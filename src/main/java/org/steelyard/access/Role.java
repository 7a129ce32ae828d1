package org.steelyard.access;

/** What a member is in one assessment: a grant, capped by the user's role in the installation. */
public enum Role {
    OWNER,
    ANALYST,
    REVIEWER,
    READER;

    boolean grants(Right right) {
        return switch (right) {
            case READ -> true;
            case COMMENT -> this != READER;
            case RECORD -> this == OWNER || this == ANALYST;
            case REVIEW -> this == REVIEWER;
            case GOVERN -> this == OWNER;
        };
    }
}
