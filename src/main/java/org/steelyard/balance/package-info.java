/**
 * The pure core: what the balance of evidence is at a point in time. Knows the JDK and nothing else: no clock, no random
 * id, no storage. Formulas: docs/scoring.md.
 */
@NullMarked
package org.steelyard.balance;

import org.jspecify.annotations.NullMarked;
