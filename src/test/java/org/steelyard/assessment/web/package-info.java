@NullMarked
package org.steelyard.assessment.web;

import org.jspecify.annotations.NullMarked;
