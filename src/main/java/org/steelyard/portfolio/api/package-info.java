/** What the portfolio answers over HTTP. */
@NullMarked
package org.steelyard.portfolio.api;

import org.jspecify.annotations.NullMarked;
