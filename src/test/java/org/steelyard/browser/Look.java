package org.steelyard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody looks at pages.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param scripts whether those of pages run
 * @param lenient whether the browser takes no notice of content security policies: axe needs that on a page that forbids all scripts
 */
record Look(ColorScheme scheme, int width, int height, boolean scripts, boolean lenient) {
    /** Light, on a notebook, with scripts. */
    static final Look USUAL = new Look(ColorScheme.LIGHT, 1280, 900, true, false);

    Look dark() {
        return new Look(ColorScheme.DARK, width, height, scripts, lenient);
    }

    Look sized(int newWidth, int newHeight) {
        return new Look(scheme, newWidth, newHeight, scripts, lenient);
    }

    /** The narrowest screen that pages are made for. */
    Look narrow() {
        return sized(360, 800);
    }

    Look withoutScripts() {
        return new Look(scheme, width, height, false, lenient);
    }

    Look withoutPolicies() {
        return new Look(scheme, width, height, scripts, true);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setBypassCSP(lenient);
    }
}
