/** When a reader last looked at an assessment, so that its pages can show what is new since. */
@NullMarked
package org.steelyard.visit;

import org.jspecify.annotations.NullMarked;
