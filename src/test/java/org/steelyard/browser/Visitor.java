package org.steelyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Somebody before a page of their own, made by {@link Visitors}. What a test does beyond these words it does on {@link #page},
 * by what a reader sees: {@code page().getByRole(...)}, {@code page().keyboard()}.
 */
final class Visitor {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final BrowserContext context;
    private final String home;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /** @param home the address of the server, without a slash at its end */
    Visitor(BrowserContext context, String home) {
        this.context = context;
        this.home = home;
        context.setDefaultTimeout(SharedBrowser.PATIENCE);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> faults.add(error.page().url() + ": " + error.error()));
        context.onRequest(request -> watch(request.url()));
        this.page = context.newPage();
    }

    private void hear(ConsoleMessage message) {
        // For an icon Chromium asks by itself where a page that stands in others' pages names none.
        if (message.type().equals("error") && !message.location().contains("/favicon.ico")) {
            faults.add(message.location() + ": " + message.text());
        }
    }

    private void watch(String url) {
        if (!url.startsWith(home + "/") && !url.startsWith("data:")) {
            faults.add("another host was asked: " + url);
        }
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the server, as {@code /a/key/log?page=2}, and waits until it has loaded. */
    Visitor open(String path) {
        page.navigate(home + path);
        return this;
    }

    void signIn(String user, String password) {
        open("/sign-in");
        page.locator("[name=user]").fill(user);
        page.locator("[name=password]").fill(password);
        page.locator("main [type=submit]").click();
        awaitAddress(address -> !address.startsWith("/sign-in"));
    }

    /** Where the page is: its path and query. */
    String address() {
        return withinServer(page.url());
    }

    /** Waits until the page is at such an address, and has loaded. */
    void awaitAddress(Predicate<String> such) {
        page.waitForURL(url -> such.test(withinServer(url)));
    }

    private static String withinServer(String url) {
        var uri = URI.create(url);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** The first element that is selected so; what is done to it waits until it is there. */
    Locator first(String selector) {
        return page.locator(selector).first();
    }

    /** What a script on the page comes to. To wait for something, assert of a {@link #first locator}: that waits. */
    Object run(String script) {
        return page.evaluate(script);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** All that follows is done by the keyboard alone. The page has been drawn: with that it gives the focus to what asks for it. */
    Keyboard keys() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return new Keyboard(this);
    }

    void resize(int width, int height) {
        page.setViewportSize(width, height);
    }

    /** Looks at the page so from now on, and with as little motion as there may be: no colour is on its way to another. */
    void prefer(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Keeps a picture of the whole page as {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Fails where the page can be scrolled sideways. */
    void fits() {
        String widest = page.evaluate("""
                        () => {
                          const width = document.documentElement.clientWidth;
                          if (document.documentElement.scrollWidth <= width) return '';
                          const over = [...document.querySelectorAll('body *')]
                            .filter(one => one.getBoundingClientRect().right > width + 0.5);
                          return document.documentElement.scrollWidth + ' px are needed, ' + width + ' are there; beyond it '
                            + over.slice(0, 3).map(one => one.cloneNode(false).outerHTML).join(' ');
                        }""").toString();
        assertThat(widest).as(address()).isEmpty();
    }

    /** Fails where axe finds what keeps people from using the page as it is now: faults it calls serious or critical. */
    void axe() {
        List<String> grave = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Visitor::told)
                        .toList();
        assertThat(grave).as(address()).isEmpty();
    }

    private static String told(Rule rule) {
        var nodes = rule.getNodes().stream()
                .limit(5)
                .map(node -> "\n    " + node.getHtml() + "\n      " + node.getFailureSummary())
                .toList();
        return rule.getId() + ", " + rule.getNodes().size() + " times: " + rule.getHelp() + String.join("", nodes);
    }

    /** The page will complain of something that has this text, and the test means it to: a 404, say. It must then do so. */
    void expects(String complaint) {
        expected.add(complaint);
    }

    String cookies() {
        return context.storageState();
    }

    void leave() {
        context.close();
    }

    /** What went wrong on the pages and was not meant to, and what was meant to go wrong and did not. */
    List<String> faults() {
        var all = new ArrayList<>(faults);
        for (String complaint : expected) {
            if (!all.removeIf(fault -> fault.contains(complaint))) {
                all.add("not complained of: " + complaint);
            }
        }
        return all;
    }
}
