/** The API's reads: one assessment at any point in time, and the list of all. */
@NullMarked
package org.steelyard.dossier.api;

import org.jspecify.annotations.NullMarked;
