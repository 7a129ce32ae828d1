/**
 * What every page has in common: layout, wording of numbers and dates, error pages, help. Modules with pages use it; it knows
 * none of them.
 */
@NullMarked
package org.steelyard.site;

import org.jspecify.annotations.NullMarked;
