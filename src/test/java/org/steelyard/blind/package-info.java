/** Blind mode from end to end: what each reader is shown, on every way out. */
@NullMarked
package org.steelyard.blind;

import org.jspecify.annotations.NullMarked;
