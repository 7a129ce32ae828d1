package org.steelyard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.TestServer;

class FirstRunTest {
    @TempDir
    Path data;

    @Test
    void the_demo_cases_are_imported_as_recorded_now_into_an_empty_installation_alone() {
        var server = TestServer.start(data);
        try {
            var admin = server.browser("admin");
            assertThat(admin.get("/").html().select("form[action=/admin/demo-cases]"))
                    .hasSize(1);
            admin.form("/admin/demo-cases", Map.of()).expect(302);

            var list = server.as("admin").get("/api/v1/assessments").expect(200).json();
            assertThat(list.path("items")).hasSize(3);
            assertThat(list.at("/items/0/recordedAt").asString()).isGreaterThan("2026");
            var page = admin.get("/");
            assertThat(page.body()).doesNotContain("are simulated");
            assertThat(page.html().select("form[action=/admin/demo-cases]")).isEmpty();
            admin.form("/admin/demo-cases", Map.of()).expect(409);
        } finally {
            server.stop();
        }
    }

    @Test
    void whoever_may_open_assessments_opens_one_from_each_template_with_words_of_their_own() {
        var server = TestServer.shared();
        var an1 = server.browser("an1");
        for (var template : new Templates().all()) {
            var key = TestServer.newKey();
            var wish = Map.of(
                    "once",
                    once(an1),
                    "template",
                    template.name(),
                    "title",
                    "A: \"title\" # of mine",
                    "question",
                    "- {why}: 'so'?",
                    "key",
                    key);
            an1.form("/new/template", wish).expect(302);

            var opened = server.as("an1")
                    .get("/api/v1/assessments/" + key)
                    .expect(200)
                    .json();
            assertThat(opened.path("title").asString()).isEqualTo("A: \"title\" # of mine");
            assertThat(opened.path("question").asString()).isEqualTo("- {why}: 'so'?");
            assertThat(opened.path("interpretations").size()).isGreaterThan(2);
            assertThat(opened.path("evidence").findValuesAsString("origin"))
                    .as("each assumption is a voice of its own, no echo of another")
                    .hasSize(opened.path("evidence").size())
                    .doesNotHaveDuplicates();
            var another = new HashMap<>(wish);
            another.put("once", once(an1));
            assertThat(an1.form("/new/template", another).expect(409).body()).contains("taken");
        }
    }

    @Test
    void who_clicks_twice_opens_one_assessment_from_a_template_and_another_form_opens_another() {
        var an1 = TestServer.shared().browser("an1");
        var wish = Map.of("once", once(an1), "template", "by-date", "title", "Clicked twice");

        var first = an1.form("/new/template", wish).expect(302).header("Location");
        assertThat(an1.form("/new/template", wish).expect(302).header("Location"))
                .isEqualTo(first);
        assertThat(an1.get(URI.create(first).getPath()).body()).contains("The assessment is opened.");

        var another = Map.of("once", once(an1), "template", "by-date", "title", "Clicked twice");
        assertThat(an1.form("/new/template", another).expect(302).header("Location"))
                .isNotEqualTo(first);
    }

    /** What tells the form that is shown now from others. */
    private static String once(TestServer.Client user) {
        var form = user.get("/new/template").expect(200).html();
        return form.select("form.entry input[name=once]").attr("value");
    }

    @Test
    void a_template_that_is_not_there_is_asked_for_again() {
        var an1 = TestServer.shared().browser("an1");
        an1.get("/new/template").expect(200);

        assertThat(an1.form("/new/template", Map.of("template", "none"))
                        .expect(400)
                        .body())
                .contains("Pick a template.");
    }
}
