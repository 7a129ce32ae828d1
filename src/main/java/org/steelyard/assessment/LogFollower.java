package org.steelyard.assessment;

/**
 * What is kept up with the log in tables of its own. For each event it is called once or more, and in the order of the events
 * of each assessment; what it writes is committed together with the place in the log up to which it was called.
 */
public interface LogFollower {

    /** Its name, as the place in the log and what is parked are kept under. */
    String name();

    /**
     * Brings what is kept up to this revision of an assessment, or to a later one.
     *
     * @throws RuntimeException where it cannot: the event is parked with the cause, and those of other assessments go on
     */
    void follow(String assessment, long revision);
}
