package org.steelyard.balance;

/** How much an item bears on the question: high, medium, low. */
public enum Relevance {
    H,
    M,
    L
}
