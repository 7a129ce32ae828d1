@NullMarked
package org.steelyard.feed;

import org.jspecify.annotations.NullMarked;
