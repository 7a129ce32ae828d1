/** What stands in all assessments that one may read. */
@NullMarked
package org.steelyard.portfolio.item;

import org.jspecify.annotations.NullMarked;
