@NullMarked
package org.steelyard.browser;

import org.jspecify.annotations.NullMarked;
