@NullMarked
package org.steelyard.dossier;

import org.jspecify.annotations.NullMarked;
