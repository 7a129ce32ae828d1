package org.steelyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;

/** The main way through the pages in a real browser: sign in, open a case, go back in time. */
class AssessmentInBrowserTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String LINE_IS_HIDDEN = "String(document.querySelector('[data-live]').hidden)";
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static String key = "";

    @SuppressWarnings("NullAway.Init")
    private static Chromium browser;

    @BeforeAll
    static void signIn() throws Exception {
        browser = Chromium.signedIn(SERVER);
        key = DemoCase.imported("durability");
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static String text(String selector) {
        return browser.run("(document.querySelector('" + selector + "') || {innerText: ''}).innerText");
    }

    @Test
    void the_date_is_moved_in_the_control_and_by_keys_and_the_banner_says_so() throws Exception {
        browser.open(SERVER.url() + "/a/" + key);
        assertThat(text(".band[role=status]")).isEmpty();
        browser.screenshot(PICTURES.resolve("assessment-now.png"));

        browser.run("document.querySelector('[name=effectiveDay]').value = '2025-03-14'");
        browser.follow("document.querySelector('.clock').requestSubmit()");
        assertThat(text(".band[role=status]")).startsWith("You look at what held on 14 Mar 2025 as recorded by today.");
        assertThat(browser.run("location.search")).isEqualTo("?effectiveAt=2025-03-14T23:59:59.999999Z");
        browser.screenshot(PICTURES.resolve("assessment-past.png"));

        browser.press("ArrowLeft");
        String earlier = browser.run("location.search");
        assertThat(earlier).startsWith("?effectiveAt=20").isLessThan("?effectiveAt=2025-03-14T23");

        browser.follow("[...document.querySelectorAll('.band a')].find(a => !a.dataset.copied).click()");
        assertThat(browser.run("location.search")).isEmpty();
    }

    @Test
    void narrow_screens_scroll_the_matrix_and_never_the_page() throws Exception {
        browser.resize(360, 800);
        browser.prefer("dark");
        for (String below :
                new String[] {"", "/matrix", "/log", "/firm", "/firm?if=item:e28&if=rating:one-more/e12/hedge:CC"}) {
            browser.open(SERVER.url() + "/a/" + key + below);

            assertThat(browser.run("String(document.documentElement.scrollWidth <= innerWidth)"))
                    .as(below)
                    .isEqualTo("true");
        }
        browser.open(SERVER.url() + "/a/" + key);
        assertThat(browser.run("getComputedStyle(document.querySelector('.matrix tbody th')).position"))
                .isEqualTo("sticky");
        browser.screenshot(PICTURES.resolve("assessment-narrow-dark.png"));
        browser.prefer("light");
        browser.resize(1280, 900);
    }

    @Test
    void what_is_picked_on_the_bench_is_in_the_address_and_can_be_taken_back() throws Exception {
        browser.open(SERVER.url() + "/a/" + key + "/firm");
        browser.run("document.querySelector('.picks form [name=which]').value = 'e28'");
        browser.follow("document.querySelector('.picks form').requestSubmit()");

        assertThat(browser.run("location.search + location.hash")).endsWith("if=item:e28#bench");
        assertThat(text("#outcome")).startsWith("As assumed:");

        browser.follow("document.querySelector('.assumed a.small').click()");
        assertThat(text("#outcome")).isEmpty();
    }

    @Test
    void what_is_recorded_meanwhile_is_offered_and_the_page_stays_as_it_is() throws Exception {
        browser.open(SERVER.url() + "/a/" + key);
        String before = text(".meta");
        assertThat(browser.run(LINE_IS_HIDDEN)).isEqualTo("true");

        SERVER.as("admin")
                .post("/api/v1/assessments/" + key + "/comments", "{\"text\": \"Meanwhile\"}")
                .expect(201);
        browser.until(LINE_IS_HIDDEN, "false");
        assertThat(text("[data-live]")).matches("Revision \\d+ was recorded by admin\\. Show it");
        assertThat(text(".meta")).isEqualTo(before);
        browser.screenshot(PICTURES.resolve("assessment-live.png"));

        browser.follow("document.querySelector('[data-live] a').click()");
        assertThat(text(".meta")).isNotEqualTo(before).contains("admin");
        assertThat(browser.run(LINE_IS_HIDDEN)).isEqualTo("true");
    }

    @Test
    void nothing_is_complained_of_and_nothing_is_fetched_from_elsewhere() {
        for (String path : new String[] {
            "/", "/a/" + key, "/a/" + key + "/matrix", "/a/" + key + "/log", "/a/" + key + "/firm", "/help"
        }) {
            browser.open(SERVER.url() + path);
        }

        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith(SERVER.url() + "/"));
        assertThat(browser.complaints()).isEmpty();
    }
}
