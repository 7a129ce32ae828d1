package org.steelyard.site;

import org.jspecify.annotations.Nullable;

/**
 * Where in the navigation a page stands.
 *
 * @param here its path within the application
 */
public record Way(String here) {

    /** What {@code aria-current} says at the link to a path: that this is its page, that it is a page below it, or nothing. */
    public @Nullable String to(String path) {
        if (here.equals(path)) {
            return "page";
        }
        boolean below =
                path.equals("/") ? here.startsWith("/a/") || here.startsWith("/new") : here.startsWith(path + "/");
        return below ? "true" : null;
    }
}
