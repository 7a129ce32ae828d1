@NullMarked
package org.steelyard.eventstore;

import org.jspecify.annotations.NullMarked;
