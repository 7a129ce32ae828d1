package org.steelyard.balance;

/** Analytic confidence after ICD 203: how sound the basis of a judgment is. It says nothing of likelihood. */
public enum Confidence {
    LOW,
    MODERATE,
    HIGH
}
