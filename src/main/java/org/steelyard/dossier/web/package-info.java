/** The API's reads of one assessment, and the pages that show it. */
@NullMarked
package org.steelyard.dossier.web;

import org.jspecify.annotations.NullMarked;
