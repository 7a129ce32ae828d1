/**
 * Journeys through the pages in a real browser.
 *
 * <p>A test opens pages as {@link org.steelyard.browser.Visitors somebody}, and at its end fails by itself where a page
 * complained in the console, threw, or asked another host. {@link org.steelyard.browser.Visitor} has the rest: pictures below
 * target/screenshots, axe, whether the page fits its window.
 */
@NullMarked
package org.steelyard.browser;

import org.jspecify.annotations.NullMarked;
