@NullMarked
package org.steelyard.portfolio.admin;

import org.jspecify.annotations.NullMarked;
