/** The log: Axon's JDBC event store, the JSON and the names of events, the order of appends, and what "durable" means. */
@NullMarked
package org.steelyard.eventstore;

import org.jspecify.annotations.NullMarked;
