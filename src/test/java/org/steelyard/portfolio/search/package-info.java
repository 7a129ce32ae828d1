@NullMarked
package org.steelyard.portfolio.search;

import org.jspecify.annotations.NullMarked;
