/** What happened, in words: one sentence for each kind of event, the same on pages and in the API. */
@NullMarked
package org.steelyard.dossier.story;

import org.jspecify.annotations.NullMarked;
