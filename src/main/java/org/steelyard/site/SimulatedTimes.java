package org.steelyard.site;

/** What every page has to know of the recorded times; the module that may simulate them tells it. */
@FunctionalInterface
public interface SimulatedTimes {

    /** Whether recorded times of this installation are made up, as in the demo. Every page and export says so. */
    boolean areThere();
}
