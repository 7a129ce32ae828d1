/** The case file: read with the line of everything in it, turned into what is to be recorded, and written again. */
@NullMarked
package org.steelyard.exchange.casefile;

import org.jspecify.annotations.NullMarked;
