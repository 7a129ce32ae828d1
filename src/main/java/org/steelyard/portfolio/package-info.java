/** All assessments at once: tables kept up with the log, and what dashboards read of them. */
@NullMarked
package org.steelyard.portfolio;

import org.jspecify.annotations.NullMarked;
