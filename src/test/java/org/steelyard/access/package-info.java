@NullMarked
package org.steelyard.access;

import org.jspecify.annotations.NullMarked;
