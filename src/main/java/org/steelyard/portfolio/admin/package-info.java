/** The page on which administrators see how far projections are, build them anew, and try parked events again. */
@NullMarked
package org.steelyard.portfolio.admin;

import org.jspecify.annotations.NullMarked;
