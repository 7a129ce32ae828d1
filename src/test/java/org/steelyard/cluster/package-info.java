/** Many writers, on one node and on two. */
@NullMarked
package org.steelyard.cluster;

import org.jspecify.annotations.NullMarked;
