@NullMarked
package org.steelyard.dossier.web;

import org.jspecify.annotations.NullMarked;
