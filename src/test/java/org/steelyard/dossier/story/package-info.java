@NullMarked
package org.steelyard.dossier.story;

import org.jspecify.annotations.NullMarked;
