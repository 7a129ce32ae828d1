/** How one proves who one is: the filter chains, sign-in, tokens in requests, throttling, headers. */
@NullMarked
package org.steelyard.access.signin;

import org.jspecify.annotations.NullMarked;
