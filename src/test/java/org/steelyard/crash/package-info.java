/** What is left after a process was killed, and after the power was cut. */
@NullMarked
package org.steelyard.crash;

import org.jspecify.annotations.NullMarked;
