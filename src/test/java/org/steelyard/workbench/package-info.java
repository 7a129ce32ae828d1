@org.jspecify.annotations.NullMarked
package org.steelyard.workbench;
