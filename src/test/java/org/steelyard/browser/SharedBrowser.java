package org.steelyard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, started once for all tests of a run and driven by Playwright, which downloads none. It is the
 * one that the property {@value #PROPERTY} names, or one on the path.
 */
final class SharedBrowser implements AutoCloseable {
    /** Milliseconds. Long, since what is slow here is a machine with more to do, not the product. */
    static final double PATIENCE = 60_000;

    private static final String PROPERTY = "steelyard.browser";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    SharedBrowser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(!System.getProperty("user.name").equals("root"))
                        .setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** Why the tests are skipped: said once on the console too, since the reports of a build show it nowhere else. */
    static String missing() {
        return Told.WHY;
    }

    private static final class Told {
        static final String WHY = told();

        private static String told() {
            String named = System.getProperty(PROPERTY, "");
            String why = (named.isBlank() ? "No Chromium on the path" : "No Chromium at " + named)
                    + ": the browser tests are skipped. Install it, or name one by -D" + PROPERTY
                    + "=/path/to/chromium";
            System.err.println(why);
            return why;
        }
    }

    /** Where the browser is; empty where this machine has none. */
    static Optional<Path> installed() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
