/** What happens in all assessments that one may see, told as it happens. */
@NullMarked
package org.steelyard.portfolio.live;

import org.jspecify.annotations.NullMarked;
