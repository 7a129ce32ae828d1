@NullMarked
package org.steelyard.portfolio.projection;

import org.jspecify.annotations.NullMarked;
