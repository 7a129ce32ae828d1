package org.steelyard.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.steelyard.http.ApiPaths;

/** The paths of signing in, and those that one may be sent back to. */
public final class Paths {
    public static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    public static final String ACCOUNT = "/account";
    public static final String PASSWORD = "/account/password";
    public static final String ME = ApiPaths.ROOT + "/me";
    static final String MY_PASSWORD = ME + "/password";
    static final String TOKENS = ApiPaths.ROOT + "/tokens";

    /** What is shown elsewhere, to whoever has its address. */
    static final String EMBEDS = "/embed/**";

    private static final String HOME = "/";
    private static final int LONGEST = 2_000;
    /** A path of this host: a second slash, or a backslash that browsers take for one, would lead to another. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private Paths() {}

    static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Where to go after signing in: the page asked for where it is one of this host, else the first. */
    static String back(@Nullable String to) {
        boolean good = to != null
                && to.length() <= LONGEST
                && LOCAL.matcher(to).matches()
                && !to.startsWith(SIGN_IN)
                && !to.startsWith(SIGN_OUT);
        return good && to != null ? to : HOME;
    }

    /** The page that was asked for: the request's own or, of htmx, the one that it is part of. */
    static String asked(HttpServletRequest request) {
        var page = request.getHeader("HX-Current-URL");
        if (page != null) {
            return back(local(page, request.getContextPath()));
        }
        if (!"GET".equals(request.getMethod())) {
            return HOME;
        }
        var query = request.getQueryString();
        return back(of(request) + (query == null ? "" : "?" + query));
    }

    private static @Nullable String local(String url, String contextPath) {
        try {
            var uri = new URI(url);
            var path = uri.getRawPath();
            if (path == null || !path.startsWith(contextPath)) {
                return null;
            }
            var query = uri.getRawQuery();
            return path.substring(contextPath.length()) + (query == null ? "" : "?" + query);
        } catch (URISyntaxException hostile) {
            return null;
        }
    }
}
