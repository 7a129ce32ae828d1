package org.steelyard.balance;

/** Whether one interpretation at most can be true (EXCLUSIVE) or several may hold at once (OVERLAPPING). */
public enum Relation {
    EXCLUSIVE,
    OVERLAPPING
}
