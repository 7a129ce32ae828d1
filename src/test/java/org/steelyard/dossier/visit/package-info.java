@NullMarked
package org.steelyard.dossier.visit;

import org.jspecify.annotations.NullMarked;
