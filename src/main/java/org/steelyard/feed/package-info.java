/** Every assessment's events for others' tools, in the order of the log: to be fetched, or pushed where an administrator allows it. */
@NullMarked
package org.steelyard.feed;

import org.jspecify.annotations.NullMarked;
