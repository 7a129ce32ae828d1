/** The commands beside the server: where they do their work, how they ask a server, and what they say at their end. */
@NullMarked
package org.steelyard.command;

import org.jspecify.annotations.NullMarked;
