/** Pictures of a balance at addresses of their own, for readers without an account: who may make one, and what it may still show. */
@NullMarked
package org.steelyard.dossier.embed;

import org.jspecify.annotations.NullMarked;
