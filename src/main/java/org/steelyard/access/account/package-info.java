/** Who has an account: users, their passwords and tokens, the first of them, and those of the demo. */
@NullMarked
package org.steelyard.access.account;

import org.jspecify.annotations.NullMarked;
