/** The board: how every assessment stands, now and after each of its events. */
@NullMarked
package org.steelyard.portfolio.board;

import org.jspecify.annotations.NullMarked;
