/** How tables are kept up with the log, and made again beside those that serve. */
@NullMarked
package org.steelyard.portfolio.projection;

import org.jspecify.annotations.NullMarked;
