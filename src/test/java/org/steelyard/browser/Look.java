package org.steelyard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at pages: light or dark, how wide and high in CSS pixels, with scripts or without. */
record Look(ColorScheme scheme, int width, int height, boolean scripts) {
    /** Light, on a notebook, with scripts. */
    static final Look USUAL = new Look(ColorScheme.LIGHT, 1280, 900, true);

    Look dark() {
        return new Look(ColorScheme.DARK, width, height, scripts);
    }

    Look sized(int newWidth, int newHeight) {
        return new Look(scheme, newWidth, newHeight, scripts);
    }

    /** The narrowest screen that pages are made for. */
    Look narrow() {
        return sized(360, 800);
    }

    Look withoutScripts() {
        return new Look(scheme, width, height, false);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts);
    }
}
