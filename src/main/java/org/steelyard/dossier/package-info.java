/**
 * One assessment at any point in time: reads its stream, folds it, keeps the fold, and answers. A reader; it writes nothing.
 */
@NullMarked
package org.steelyard.dossier;

import org.jspecify.annotations.NullMarked;
