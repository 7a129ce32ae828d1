/** Many listeners to the stream over all assessments of a server in a process of its own, while others write. */
package org.steelyard.live;
