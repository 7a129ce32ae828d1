@NullMarked
package org.steelyard.portfolio;

import org.jspecify.annotations.NullMarked;
