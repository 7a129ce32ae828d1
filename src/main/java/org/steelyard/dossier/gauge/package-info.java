/** Balances as metrics, where an administrator wants them. */
@NullMarked
package org.steelyard.dossier.gauge;

import org.jspecify.annotations.NullMarked;
