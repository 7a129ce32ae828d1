/** Believable load: many assessments with the histories that teams would have made of them, and what reads them all. */
@org.jspecify.annotations.NullMarked
package org.steelyard.load;
