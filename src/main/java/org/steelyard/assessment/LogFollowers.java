package org.steelyard.assessment;

import java.util.List;

/** All who follow the log, for whoever hands them its events. */
public interface LogFollowers {
    List<LogFollower> all();
}
