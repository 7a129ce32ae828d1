@NullMarked
package org.steelyard.dossier.figure;

import org.jspecify.annotations.NullMarked;
