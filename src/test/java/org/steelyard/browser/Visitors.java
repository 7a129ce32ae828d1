package org.steelyard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.steelyard.TestServer;

/**
 * Opens the browser for a test: a field {@code @RegisterExtension final Visitors visitors = new Visitors()}. Each visitor has
 * cookies of its own and is gone after the test, which fails where a page of theirs complained of something or asked another
 * host for anything. Where no browser is installed the test is skipped and says so.
 */
final class Visitors implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(Visitors.class);

    /** The cookies of those who have signed in, by server and name: to hash a password takes its time by design. */
    private static final Map<String, String> SIGNED_IN = new ConcurrentHashMap<>();

    private final List<Visitor> present = new ArrayList<>();
    private @Nullable SharedBrowser shared;

    @Override
    public void beforeEach(ExtensionContext test) {
        assertThat(test.getTags())
                .as("what opens a browser is no part of the quick tests")
                .contains("outer");
        var installed = SharedBrowser.installed();
        assumeTrue(installed.isPresent(), SharedBrowser::missing);
        shared = test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        SharedBrowser.class,
                        ignored -> new SharedBrowser(installed.orElseThrow()),
                        SharedBrowser.class);
    }

    /** A user of the shared server, signed in, who looks as usual. */
    Visitor signedIn(String user) {
        return signedIn(user, Look.USUAL);
    }

    Visitor signedIn(String user, Look look) {
        return signedIn(TestServer.shared(), user, look);
    }

    /** A user of this server, who has signed in before. */
    Visitor signedIn(TestServer server, String user, Look look) {
        String cookies = SIGNED_IN.computeIfAbsent(server.url() + " " + user, ignored -> {
            var first = stranger(server, Look.USUAL);
            first.signIn(user, TestServer.PASSWORD);
            return first.cookies();
        });
        return enter(server, look, cookies);
    }

    /** Somebody who is not signed in. */
    Visitor stranger(TestServer server, Look look) {
        return enter(server, look, "");
    }

    private Visitor enter(TestServer server, Look look, String cookies) {
        if (shared == null) {
            throw new IllegalStateException("Visitors come in tests only, and as a field with @RegisterExtension");
        }
        var options = look.options();
        if (!cookies.isEmpty()) {
            options.setStorageState(cookies);
        }
        var visitor = new Visitor(shared.browser().newContext(options), server.url());
        present.add(visitor);
        return visitor;
    }

    /** All leave: before a server of one's own stops, of which their pages would complain. */
    void leave() {
        present.forEach(Visitor::leave);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        leave();
        var faults =
                present.stream().flatMap(visitor -> visitor.faults().stream()).toList();
        present.clear();
        assertThat(faults)
                .as("what pages complained of, and whom else they asked")
                .isEmpty();
    }
}
