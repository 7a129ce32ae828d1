/** Case files in; case files and other forms of an assessment out. */
@NullMarked
package org.steelyard.exchange;

import org.jspecify.annotations.NullMarked;
