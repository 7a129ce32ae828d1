@NullMarked
package org.steelyard.dossier.api;

import org.jspecify.annotations.NullMarked;
