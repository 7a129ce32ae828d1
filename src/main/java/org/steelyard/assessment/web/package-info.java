/** Every write of one assessment, over HTTP. */
@NullMarked
package org.steelyard.assessment.web;

import org.jspecify.annotations.NullMarked;
