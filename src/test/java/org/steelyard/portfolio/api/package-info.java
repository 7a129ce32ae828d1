@NullMarked
package org.steelyard.portfolio.api;

import org.jspecify.annotations.NullMarked;
