package org.steelyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;

/** A replay in a real browser: by keys, by the slider without dragging, playing, and without scripts. */
class ReplayInBrowserTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String STEP = "document.querySelector('[data-part=step]').dataset.step";
    private static final int LEFT = 37;
    private static final int RIGHT = 39;
    private static final int HOME = 36;
    private static final int END = 35;
    private static final int SPACE = 32;

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

    private static void open(String query) {
        browser.open(SERVER.url() + "/a/" + key + "/replay" + query);
    }

    @Test
    void keys_step_and_the_address_follows() {
        open("?axis=recorded&at=r82");
        browser.tap("ArrowRight", RIGHT);
        browser.until(STEP, "83");
        assertThat(browser.run("location.search")).isEqualTo("?axis=recorded&at=r83");
        assertThat(browser.run("document.getElementById('event').innerText")).contains("rated e02 on deepening");
        assertThat(browser.run("document.getElementById('said').textContent")).startsWith("an3 rated e02 on deepening");

        browser.tap("ArrowLeft", LEFT);
        browser.until(STEP, "82");
        browser.tap("Home", HOME);
        browser.until(STEP, "1");
        browser.tap("End", END);
        browser.until(STEP, "315");
        assertThat(browser.run("document.querySelector('.player [name=step]').value"))
                .isEqualTo("315");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_slider_moves_by_keys_and_at_once() {
        open("?axis=recorded&at=r82");
        browser.run("document.querySelector('.player [name=step]').focus()");
        browser.tap("ArrowRight", RIGHT);
        browser.until(STEP, "83");

        browser.run("const slider = document.querySelector('.player [name=step]'); slider.value = 200;"
                + "slider.dispatchEvent(new Event('input', {bubbles: true}))");
        browser.until(STEP, "200");
        assertThat(browser.run("document.activeElement.name")).isEqualTo("step");
        assertThat(browser.run("document.querySelector('.player [name=step]').getAttribute('aria-valuetext')"))
                .isEqualTo("Step 200 of 315");
    }

    @Test
    void space_plays_to_the_end_and_pauses() {
        open("?at=r310");
        browser.run("const speed = document.querySelector('.player select'); speed.value = '400'");
        browser.tap(" ", SPACE);
        assertThat(browser.run("document.querySelector('.play').textContent")).contains("Pause");
        browser.until(STEP, "315");
        browser.until("document.querySelector('.play').getAttribute('aria-pressed')", "false");

        browser.tap(" ", SPACE);
        browser.until(STEP, "1");
        browser.tap(" ", SPACE);
        assertThat(browser.run("document.querySelector('.play').textContent")).contains("Play");
    }

    @Test
    void a_link_of_a_step_does_not_leave_the_page_and_keeps_the_focus() {
        open("?axis=recorded&at=r1");
        browser.run("window.same = 'yes'");
        browser.run("document.querySelector('[data-name=next-turn]').focus();"
                + "document.querySelector('[data-name=next-turn]').click()");
        browser.until("String(" + STEP + " > 1)", "true");

        assertThat(browser.run("document.querySelector('section[aria-labelledby=h-event] .flag').innerText"))
                .isNotEmpty();
        assertThat(browser.run("window.same")).isEqualTo("yes");
        assertThat(browser.run("document.activeElement.dataset.name")).isEqualTo("next-turn");
        assertThat(browser.run("location.search")).startsWith("?axis=recorded&at=r");
    }

    @Test
    void every_page_of_the_assessment_replays_by_space_from_the_point_it_shows() {
        browser.open(SERVER.url() + "/a/" + key + "/matrix?effectiveAt=2025-03-14T23:59:59.999999Z");
        browser.press(" ");
        browser.until("location.pathname", "/a/" + key + "/replay");
        browser.until("String(document.querySelector('.play').textContent.includes('Pause'))", "true");
        browser.until("String(" + STEP + " > 85)", "true");
        browser.tap(" ", SPACE);
    }

    @Test
    void without_scripts_links_and_the_button_lead_from_step_to_step() {
        browser.scripts(false);
        open("?at=r82");
        assertThat(browser.run("String(document.querySelector('.play').checkVisibility())"))
                .isEqualTo("false");
        browser.follow("document.querySelector('[data-name=next]').click()");
        assertThat(browser.run("location.search")).isEqualTo("?at=r83");
        browser.run("document.querySelector('.player [name=step]').value = 200");
        browser.follow("document.querySelector('.player .go').click()");
        assertThat(browser.run(STEP)).isEqualTo("200");
        browser.scripts(true);
    }

    @Test
    void narrow_screens_never_scroll_sideways() throws Exception {
        browser.resize(360, 800);
        for (String below : new String[] {"/replay?at=r82", "/known", "?reading=judged"}) {
            browser.open(SERVER.url() + "/a/" + key + below);
            assertThat(browser.run("String(document.documentElement.scrollWidth <= innerWidth)"))
                    .as(below)
                    .isEqualTo("true");
        }
        browser.resize(1280, 900);
        open("?at=r82");
        browser.screenshot(Path.of("target", "screenshots", "replay.png"));
    }
}
