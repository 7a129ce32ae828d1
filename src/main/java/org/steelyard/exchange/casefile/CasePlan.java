package org.steelyard.exchange.casefile;

import java.util.List;
import java.util.Map;
import org.steelyard.assessment.Recorded;

/**
 * What a case of a file comes to.
 *
 * @param key of the assessment that it opens
 * @param entries how many there are of each list of the file
 * @param history the events, by revision from 1
 */
public record CasePlan(String key, Map<String, Integer> entries, List<Recorded> history) {}
