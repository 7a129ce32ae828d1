/** Pages over all assessments that one may read. */
@NullMarked
package org.steelyard.portfolio.web;

import org.jspecify.annotations.NullMarked;
