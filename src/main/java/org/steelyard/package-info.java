/** Steelyard: judgments over time, the balance of evidence beneath them, and why both changed. */
@NullMarked
package org.steelyard;

import org.jspecify.annotations.NullMarked;
