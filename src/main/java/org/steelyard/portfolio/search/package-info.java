/** Full-text search: what is written in assessments, found by its words. */
@NullMarked
package org.steelyard.portfolio.search;

import org.jspecify.annotations.NullMarked;
