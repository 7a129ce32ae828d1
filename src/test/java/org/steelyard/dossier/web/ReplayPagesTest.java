package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Readings;
import org.steelyard.dossier.Dossiers;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.site.Wording;
import tools.jackson.databind.JsonNode;

/** The demo case event by event, as its readers get it from the real server. */
class ReplayPagesTest {
    private static final TestServer SERVER = TestServer.shared();

    private static String key = "";

    @BeforeAll
    static void importTheCase() {
        key = DemoCase.imported("durability");
    }

    private static Document page(String path) {
        return SERVER.browser("admin").get("/a/" + key + path).expect(200).html();
    }

    private static JsonNode api(String path) {
        return SERVER.as("admin")
                .get("/api/v1/assessments/" + key + path)
                .expect(200)
                .json();
    }

    private static String redirected(String path) {
        return SERVER.browser("admin").get("/a/" + key + path).expect(302).header("Location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"effective", "recorded"})
    void a_step_has_the_readings_that_the_history_has_after_its_event(String axis) {
        JsonNode points = api("/balance/history?axis=" + axis).path("points");
        var say = SERVER.bean(Wording.class);

        assertThat(points.size()).isGreaterThan(100);
        for (int i = 0; i < points.size(); i += 37) {
            JsonNode point = points.get(i);
            Document step = page(
                    "/replay?axis=" + axis + "&at=r" + point.path("revision").asInt());
            for (Element row : step.select(".went tbody tr")) {
                JsonNode readings =
                        point.path("interpretations").path(row.expectFirst("th").text());
                assertThat(row.select("td > span").eachText())
                        .startsWith(
                                say.signedDecibans(
                                        readings.path("weightOfEvidence").asDouble()),
                                say.number(
                                        readings.path("weightedInconsistency").asDouble()));
            }
            assertThat(step.select(".went tbody tr"))
                    .hasSize(point.path("interpretations").size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EFFECTIVE", "RECORDED"})
    void events_of_one_moment_apply_one_by_one(Axis axis) {
        var stretch = SERVER.bean(Dossiers.class)
                .between(key, new RangeInTime(axis, null, null, null, null))
                .orElseThrow();
        var steps = new ArrayList<Readings>();

        stretch.course().follow(step -> {
            steps.add(step.after());
            same(stretch.after(step.event()).balance().readings(), step.after());
        });
        assertThat(steps).hasSize(api("").path("revision").asInt());
    }

    private static void same(Readings whole, Readings followed) {
        assertThat(whole.leaders()).isEqualTo(followed.leaders());
        assertThat(whole.interpretations()).hasSameSizeAs(followed.interpretations());
        for (Balance.Reading reading : whole.interpretations()) {
            var other = Objects.requireNonNull(followed.of(reading.key()));
            assertThat(reading.weightOfEvidence()).isCloseTo(other.weightOfEvidence(), within(1e-9));
        }
    }

    @Test
    void the_last_step_of_a_moment_is_what_every_page_shows_of_it() {
        Document step = page("/replay?at=r81");
        String overview = step.expectFirst(".pages a").attr("href");

        assertThat(overview).startsWith("/a/" + key + "?effectiveAt=2025-02-17T");
        assertThat(step.select("#answer").text())
                .isEqualTo(SERVER.browser("admin")
                        .get(overview)
                        .html()
                        .select("#answer")
                        .text());
    }

    @Test
    void skipping_lands_on_each_change_of_a_leader_and_on_nothing_else() {
        var visited = new LinkedHashSet<Integer>();
        var browser = SERVER.browser("admin");
        String href = "/a/" + key + "/replay?axis=recorded&at=r1";
        while (!href.isEmpty()) {
            Document step = browser.get(href).expect(200).html();
            int revision = Integer.parseInt(href.replaceAll(".*at=r", ""));
            if (revision > 1) {
                assertThat(step.select("section[aria-labelledby=h-event] .flag").text())
                        .contains("Leader changes.");
                visited.add(revision);
            }
            href = step.select(".moves a[data-name=next-turn]").attr("href");
        }

        assertThat(visited).isEqualTo(turns(api("/balance/history?axis=recorded")));
    }

    private static Set<Integer> turns(JsonNode history) {
        var turns = new LinkedHashSet<Integer>();
        String before = leaders(history.path("before"));
        for (JsonNode point : history.path("points")) {
            String after = leaders(point);
            if (!after.equals(before)) {
                turns.add(point.path("revision").asInt());
            }
            before = after;
        }
        return turns;
    }

    private static String leaders(JsonNode point) {
        var leaders = new ArrayList<String>();
        point.path("leaders").forEach(leader -> leaders.add(leader.path("key").asString("-")));
        return String.join(" ", leaders);
    }

    @Test
    void the_changed_cell_is_outlined_with_what_it_held_before() {
        Document step = page("/replay?at=r82");

        assertThat(step.select("section[aria-labelledby=h-changed] td.changed")).hasSize(1);
        assertThat(step.select("#event").text()).isEqualTo("3 Mar 2025 · an3 rated e02 on transactional: C");
        assertThat(step.select(".around [aria-current=step] .number").attr("href"))
                .endsWith("/replay?at=r82");
        assertThat(step.select("section[aria-labelledby=h-event] .said").text())
                .contains("Reason: Held since early March");
    }

    @Test
    void scales_stand_still_over_all_steps() {
        assertThat(scales("r10")).isNotEmpty().isEqualTo(scales("r300"));
    }

    private static List<String> scales(String at) {
        return page("/replay?at=" + at).select(".step .wide text.tick[text-anchor=middle]").stream()
                .map(tick -> tick.attr("x") + " " + tick.text())
                .toList();
    }

    @Test
    void without_scripts_the_slider_leads_to_the_address_of_a_step() {
        Document page = page("/replay");
        assertThat(page.select("form.player input[type=range]").attr("max")).isEqualTo("315");
        assertThat(page.select("form.player button[type=submit]")).hasSize(1);
        assertThat(page.select("form.player .play[hidden]")).hasSize(1);

        assertThat(redirected("/replay?step=82&axis=recorded")).endsWith("/a/" + key + "/replay?axis=recorded&at=r82");
        assertThat(redirected("/replay?step=0")).endsWith("/replay?at=r1");
        assertThat(redirected("/replay?step=9999999&axis=recorded")).endsWith("/replay?axis=recorded&at=r315");
    }

    @Test
    void a_replay_begins_at_the_point_from_which_one_comes() {
        assertThat(here("/replay?effectiveAt=2025-03-14")).isEqualTo("/replay?at=r85");
        assertThat(here("/replay?axis=recorded&asOf=r40")).isEqualTo("/replay?axis=recorded&at=r40");
        assertThat(here("/replay?axis=recorded")).isEqualTo("/replay?axis=recorded&at=r315");
        assertThat(redirected("/replay?asOf=r80&at=r300")).matches(".*/replay\\?asOf=r80&at=r\\d{1,2}");
    }

    private static String here(String path) {
        return page(path).select("[data-part=step]").attr("data-at").replace("/a/" + key, "");
    }

    @Test
    void what_is_not_there_is_said() {
        var admin = SERVER.browser("admin");

        assertThat(admin.get("/a/" + key + "/replay?at=r99999")
                        .expect(404)
                        .html()
                        .text())
                .contains("There is no revision 99999");
        assertThat(page("/replay?axis=recorded&effectiveAt=2001-01-01")
                        .select(".answer")
                        .text())
                .startsWith("No event counts here");
    }

    @Test
    void a_step_alone_is_small_and_has_an_address() {
        var reply = SERVER.browser("admin")
                .get("/a/" + key + "/replay/step?axis=recorded&step=82")
                .expect(200);

        assertThat(reply.html().select("[data-part=step]").attr("data-at"))
                .isEqualTo("/a/" + key + "/replay?axis=recorded&at=r82");
        assertThat(reply.html().select("header.top, script, form")).isEmpty();
        assertThat(reply.body().length()).isLessThan(60_000);
    }

    @Test
    void readers_replay_and_outsiders_know_of_nothing() {
        String own = DemoCase.imported("patron");
        for (String below :
                List.of("/replay", "/replay/step", "/replay.svg", "/known", "/history.svg", "/history.csv")) {
            SERVER.browser("outsider").get("/a/" + own + below).expect(404);
        }
        Document read = SERVER.browser("reader")
                .get("/a/" + key + "/replay")
                .expect(200)
                .html();
        assertThat(read.select("main .acts, main form[method=post]")).isEmpty();
        assertThat(page("/replay").select("main .acts")).isEmpty();
    }
}
