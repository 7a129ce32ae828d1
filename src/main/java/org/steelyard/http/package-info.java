/**
 * What every endpoint has in common: problem+json, strict reading of bodies, preconditions, idempotent writes, paging, CSV.
 * Knows no other module.
 */
@NullMarked
package org.steelyard.http;

import org.jspecify.annotations.NullMarked;
