package org.steelyard.balance;

/** Reliability of a source on the Admiralty scale (AJP-2.1): A is best, F means that it cannot be judged. */
public enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F
}
