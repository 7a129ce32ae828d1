/** The stream over all assessments, as its listeners hear it. */
@NullMarked
package org.steelyard.portfolio.live;

import org.jspecify.annotations.NullMarked;
