/** Where the marks of a figure go: pure geometry, in the units of the figure's own view box. */
@NullMarked
package org.steelyard.dossier.figure;

import org.jspecify.annotations.NullMarked;
