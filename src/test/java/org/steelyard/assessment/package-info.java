@NullMarked
package org.steelyard.assessment;

import org.jspecify.annotations.NullMarked;
