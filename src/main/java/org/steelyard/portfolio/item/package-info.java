/** What stands in assessments, thing by thing, with the time in which it was so recorded. */
@NullMarked
package org.steelyard.portfolio.item;

import org.jspecify.annotations.NullMarked;
