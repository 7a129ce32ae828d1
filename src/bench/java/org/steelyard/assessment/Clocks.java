package org.steelyard.assessment;

/** Which clock a question turns back. */
public enum Clocks {
    /** A random revision, at the latest effective time. */
    RECORDED,
    /** A random effective time, at the latest revision. */
    EFFECTIVE,
    /** Both at random. */
    BOTH
}
