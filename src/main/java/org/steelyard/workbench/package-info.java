/**
 * The pages on which one records: forms that become commands. It reads through dossier and writes through assessment's public
 * face; nobody knows it.
 */
@NullMarked
package org.steelyard.workbench;

import org.jspecify.annotations.NullMarked;
