package org.steelyard.assessment;

/**
 * This process among those that share the log.
 *
 * @param name another for each of them; the same after a restart where the database lets in one process only, so that it finds
 *     what it held when it died
 */
public record ThisNode(String name) {}
