/** What is shown outside the sign-in, and when it no longer is. */
@NullMarked
package org.steelyard.dossier.embed;

import org.jspecify.annotations.NullMarked;
