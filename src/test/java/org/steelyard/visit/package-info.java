@NullMarked
package org.steelyard.visit;

import org.jspecify.annotations.NullMarked;
