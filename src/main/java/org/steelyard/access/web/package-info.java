/** Endpoints and pages of users, tokens and one's own account. */
@NullMarked
package org.steelyard.access.web;

import org.jspecify.annotations.NullMarked;
