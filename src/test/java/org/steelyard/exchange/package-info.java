@NullMarked
package org.steelyard.exchange;

import org.jspecify.annotations.NullMarked;
