/**
 * One assessment at any point in time: reads its stream, folds it, keeps the fold, and answers. A reader: it
 * writes no event, and keeps beside the log only when each of its own readers last looked.
 */
@NullMarked
package org.steelyard.dossier;

import org.jspecify.annotations.NullMarked;
