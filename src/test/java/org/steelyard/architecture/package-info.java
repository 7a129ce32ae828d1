/** What docs/architecture.md claims, as rules that run; each is also shown a class that breaks it. */
@NullMarked
package org.steelyard.architecture;

import org.jspecify.annotations.NullMarked;
