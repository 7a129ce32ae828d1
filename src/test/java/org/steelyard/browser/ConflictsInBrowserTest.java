package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/** Two windows that change the same: whoever comes later sees both, and chooses. */
@Tag("outer")
class ConflictsInBrowserTest {
    private static final TestServer SERVER = TestServer.shared();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private final String key = TestServer.newKey();
    private final String api = "/api/v1/assessments/" + key;

    @BeforeEach
    void an_assessment_of_two_owners() {
        Client an1 = SERVER.as("an1");
        an1.post("/api/v1/assessments", """
                {"key": "%s", "title": "Durability", "question": "Will it last?"}""".formatted(key)).expect(201);
        an1.put(api + "/members/an2", "{\"role\": \"OWNER\"}").expect(201);
        an1.put(api + "/members/an3", "{\"role\": \"ANALYST\"}").expect(201);
        an1.post(
                        api + "/sources",
                        "{\"key\": \"s\", \"name\": \"Lankov\", \"kind\": \"scholar\", \"reliability\": \"B\"}")
                .expect(201);
        for (String way : new String[] {"lasts", "ends"}) {
            an1.post(api + "/interpretations", "{\"key\": \"" + way + "\", \"statement\": \"It " + way + "\"}")
                    .expect(201);
        }
        for (String item : new String[] {"e1", "e2"}) {
            an1.post(api + "/evidence", """
                            {"key": "%s", "claim": "There is little to trade", "source": "s", "credibility": 2, "relevance": "H"}""".formatted(item)).expect(201);
        }
    }

    private void rate(String cell, String rating) {
        SERVER.as("an1")
                .put(api + "/ratings/" + cell, "{\"rating\": \"" + rating + "\"}")
                .expect(200);
    }

    private static void look(Visitor visitor, String name) {
        for (int width : new int[] {1280, 360}) {
            visitor.resize(width, 900);
            visitor.fits();
            visitor.prefer(ColorScheme.DARK);
            visitor.axe();
            visitor.screenshot(name + "-" + width + "-dark");
            visitor.prefer(ColorScheme.LIGHT);
            visitor.axe();
            visitor.screenshot(name + "-" + width);
        }
        visitor.resize(1280, 900);
    }

    @Test
    void of_two_owners_who_change_a_member_neither_overwrites_the_other_unseen() {
        String settings = "/a/" + key + "/settings";
        var an1 = visitors.signedIn("an1").open(settings);
        var an2 = visitors.signedIn("an2").open(settings);
        for (Visitor owner : new Visitor[] {an1, an2}) {
            owner.first("#f-member--user").fill("an3");
        }
        an1.first("#members [name=role][value=READER]").check();
        an2.first("#members [name=role][value=OWNER]").check();
        an1.first("#members form.entry [type=submit]").click();
        assertThat(an1.first(".said-done")).containsText("an3 is now reader");

        an2.expects("409");
        an2.first("#members form.entry [type=submit]").click();
        assertThat(an2.first("#moved-on")).containsText("an1 made an3 reader of this assessment.");
        assertThat(an2.first("#about-to")).containsText("You were about to make an3 owner.");
        assertThat(an2.first("#moved-on")).isFocused();
        assertThat(an2.first("#members .now-there")).containsText("reader");
        look(an2, "conflict-members");
        an2.first("#members .now-there input").check();
        an2.first("#members form.entry [type=submit]").click();
        assertThat(an2.page().locator("#moved-on")).hasCount(0);
        assertThat(an2.first("#members table")).containsText("an3reader");
    }

    private static Locator cell(Visitor visitor, String name) {
        return visitor.first("[role=gridcell]:has([name='rating." + name + "'])");
    }

    @Test
    void in_the_grid_a_key_takes_what_was_recorded_meanwhile_and_one_comes_back_to_ones_cell() {
        SERVER.as("an1").post(api + "/comments", """
                        {"text": "Why?", "about": {"cell": "e1/lasts"}}""").expect(201);
        var an1 = visitors.signedIn("an1").open("/a/" + key + "/rate?order=key");
        cell(an1, "e1.lasts").focus();
        an1.press("1");
        an1.press("5");
        rate("e1/lasts", "I");
        rate("e1/ends", "C");

        an1.expects("409");
        cell(an1, "e1.ends").focus();
        an1.press("s");
        assertThat(an1.first("#moved-on")).containsText("an1 rated e1/lasts");
        look(an1, "conflict-grid");
        cell(an1, "e1.lasts").focus();
        assertThat(cell(an1, "e1.lasts"))
                .hasAttribute("aria-label", "e1 × lasts: CC, recorded meanwhile: I, one comment, not recorded yet");
        an1.press("t");
        assertThat(cell(an1, "e1.lasts")).hasAttribute("aria-label", "e1 × lasts: I, one comment");
        assertThat(cell(an1, "e1.lasts").locator(".now-there")).isHidden();
        an1.press("u");
        assertThat(cell(an1, "e1.lasts").locator(".now-there")).isVisible();
        cell(an1, "e1.lasts").locator(".now-there label").click();
        assertThat(cell(an1, "e1.lasts")).isFocused();
        assertThat(cell(an1, "e1.lasts").locator("select")).hasValue("I");
        an1.press("ArrowRight");
        an1.press("s");

        assertThat(an1.first(".said-done")).containsText("rated e1/ends");
        assertThat(cell(an1, "e1.ends")).isFocused();
        assertThat(an1.first("[data-recorded]")).containsText("What it moved");
        assertThat(an1.first("[data-said]")).containsText("e1 × ends: II");
        look(an1, "rate-recorded");
        an1.press("ArrowLeft");
        an1.press("g");
        an1.awaitAddress(address -> address.endsWith("/evidence/e1"));
    }

    @Test
    void a_resolution_after_another_is_shown_beside_it() {
        var an1 = visitors.signedIn("an1").open("/a/" + key + "/resolve");
        an1.first("[name=outcome][value=ends]").check();
        an1.first("[name=basis]").fill("They parted");
        SERVER.as("an2")
                .post(api + "/resolution", """
                        {"outcome": "lasts", "resolvedOn": "%s", "basis": "A treaty"}""".formatted(java.time.LocalDate.now(java.time.ZoneOffset.UTC)))
                .expect(201);

        an1.expects("409");
        an1.first("main form.entry [type=submit]").click();
        assertThat(an1.first("#moved-on")).containsText("an2 resolved the assessment.");
        assertThat(an1.page().locator(".now-there").first()).containsText("lasts · It lasts");
        look(an1, "conflict-resolve");
        an1.first("[name=reason]").fill("The treaty was never signed");
        an1.first("main form.entry [type=submit]").click();
        an1.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(an1.first("main")).containsText("They parted");
    }

    @Test
    void a_judgment_in_two_windows_shows_both() {
        SERVER.as("an1").post(api + "/comments", "{\"text\": \"Begun\"}").expect(201);
        var an1 = visitors.signedIn("an1").open("/a/" + key + "/judge");
        an1.first("[name='p.lasts']").fill("60");
        an1.first("[name='p.ends']").fill("40");
        an1.first("[name=confidence][value=LOW]").check();
        an1.first("[name=rationale]").fill("Trade is small");
        SERVER.as("an1").post(api + "/judgments", """
                        {"probabilities": {"lasts": 0.75, "ends": 0.25}, "confidence": "HIGH", "rationale": "They need each other",
                        "restsOn": ["e1"]}""").expect(201);

        an1.expects("409");
        an1.first("main form.entry [type=submit]").click();
        assertThat(an1.first("#moved-on")).containsText("an1 recorded a judgment.");
        look(an1, "conflict-judge");
        an1.first(".now-there [value=rationale]").check();
        an1.first("[name=reason]").fill("I weighed it twice");
        an1.first("main form.entry [type=submit]").click();
        an1.awaitAddress(address -> address.equals("/a/" + key));
        assertThat(an1.first("[aria-labelledby=h-judgments]")).containsText("They need each other");
    }
}
