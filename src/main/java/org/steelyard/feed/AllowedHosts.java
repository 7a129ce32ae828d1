package org.steelyard.feed;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.http.Problem;

/**
 * Where an administrator lets this server send. Names are compared as they are written, port included, and never looked up
 * here: an address in another notation, or another name of an allowed host, is another host.
 */
@Component
class AllowedHosts {
    private static final Pattern ENTRY =
            Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(?<port>:\\d{1,5})?");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final String SETTING = "steelyard.webhooks.hosts";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Set<String> hosts;

    AllowedHosts(WebhookSettings settings) {
        hosts = settings.hosts().stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(AllowedHosts::withPort)
                .collect(toUnmodifiableSet());
    }

    private static String withPort(String entry) {
        var lower = entry.toLowerCase(Locale.ROOT);
        var parts = ENTRY.matcher(lower);
        if (!parts.matches()) {
            throw new IllegalStateException(
                    "The setting " + SETTING + " has an entry that is neither host nor host:port: " + entry);
        }
        return parts.group("port") == null ? lower + ":" + HTTPS : lower;
    }

    /** Whether events may be sent there as things stand. */
    boolean contain(URI url) {
        return fault(url) == null && hosts.contains(hostAndPort(url));
    }

    /**
     * Demands that events may be sent there.
     *
     * @throws Problem 400 for a URL to which nothing is ever sent; 409 where its host is not allowed
     */
    void require(URI url) {
        var fault = fault(url);
        if (fault != null) {
            throw Problem.badField("/url", fault);
        }
        if (hosts.isEmpty()) {
            throw Problem.conflict(
                    "webhooks-off",
                    "Nothing is pushed from this installation: ask an administrator to allow the host with the setting "
                            + SETTING + ", or fetch GET /api/v1/feed.");
        }
        if (!hosts.contains(hostAndPort(url))) {
            throw Problem.conflict(
                    "host-not-allowed",
                    "Nothing may be pushed to " + hostAndPort(url) + ": ask an administrator to add it to the setting "
                            + SETTING + ", written just so, or name a host that is allowed.");
        }
    }

    /** The host as it is allowed or not: lower case, with the port that is asked for or meant. */
    static String hostAndPort(URI url) {
        var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        int port = url.getPort();
        return host + ":" + (port >= 0 ? port : isHttps(url) ? HTTPS : HTTP);
    }

    private static @Nullable String fault(URI url) {
        if (url.getHost() == null) {
            return "names no host that can be read; write its name in plain letters, or its address in full";
        }
        if (url.getRawUserInfo() != null) {
            return "must not hold a user or password; the signature shows who sends";
        }
        if (url.getRawFragment() != null) {
            return "must not hold a fragment; leave out # and what follows";
        }
        if (!isHttps(url) && !LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT))) {
            return "must begin with https://; http is for this machine alone";
        }
        return null;
    }

    private static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
