/**
 * Users, tokens, roles, members of assessments: who may do what. Everybody asks here; it knows no other module but http and, for
 * its pages, site.
 */
@NullMarked
package org.steelyard.access;

import org.jspecify.annotations.NullMarked;
