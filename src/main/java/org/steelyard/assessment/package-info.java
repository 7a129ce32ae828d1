/**
 * The write side of one assessment: what may be said (commands), what was said (events), what follows from it (state at
 * any point on both clocks), and the rules between.
 */
@NullMarked
package org.steelyard.assessment;

import org.jspecify.annotations.NullMarked;
