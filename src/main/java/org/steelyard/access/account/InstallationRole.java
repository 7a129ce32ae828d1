package org.steelyard.access.account;

import org.steelyard.access.Right;

/** What a user may be at most in any assessment: a cap. One may have several, and then may do what any of them allows. */
public enum InstallationRole {
    ADMIN,
    ANALYST,
    REVIEWER,
    READER;

    public boolean allows(Right right) {
        return switch (right) {
            case READ -> true;
            case COMMENT -> this != READER;
            case RECORD, GOVERN -> this == ADMIN || this == ANALYST;
            case REVIEW -> this == ADMIN || this == REVIEWER;
        };
    }
}
