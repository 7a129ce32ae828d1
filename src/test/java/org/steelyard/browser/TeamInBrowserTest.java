package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;

/** Two analysts and a reviewer at one assessment: they compare, answer, change the same at once, and sign. */
@Tag("outer")
class TeamInBrowserTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String KEY = TestServer.newKey();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @BeforeAll
    static void two_rate_the_same_cell_apart() {
        Client an1 = SERVER.as("an1");
        an1.post("/api/v1/assessments", """
                {"key": "%s", "title": "Durability", "question": "Will it last?"}""".formatted(KEY)).expect(201);
        an1.put(path("/members/an2"), "{\"role\": \"ANALYST\"}").expect(201);
        an1.put(path("/members/reviewer"), "{\"role\": \"REVIEWER\"}").expect(201);
        an1.post(
                        path("/sources"),
                        "{\"key\": \"s\", \"name\": \"Lankov\", \"kind\": \"scholar\", \"reliability\": \"B\"}")
                .expect(201);
        an1.post(path("/interpretations"), "{\"key\": \"lasts\", \"statement\": \"It lasts\"}")
                .expect(201);
        an1.post(path("/interpretations"), "{\"key\": \"ends\", \"statement\": \"It ends\"}")
                .expect(201);
        an1.post(path("/evidence"), """
                {"key": "e1", "claim": "There is little to trade", "source": "s", "credibility": 2, "relevance": "H"}""").expect(201);
        rate("an1", "lasts", "CC");
        rate("an2", "lasts", "II");
    }

    private static String path(String below) {
        return "/api/v1/assessments/" + KEY + below;
    }

    private static void rate(String user, String interpretation, String rating) {
        SERVER.as(user)
                .put(path("/ratings/e1/" + interpretation), "{\"rating\": \"" + rating + "\"}")
                .expect(200);
    }

    private static void look(Visitor visitor, String name) {
        visitor.prefer(ColorScheme.DARK);
        visitor.axe();
        visitor.screenshot(name + "-dark");
        visitor.prefer(ColorScheme.LIGHT);
        visitor.axe();
        visitor.screenshot(name);
    }

    @Test
    void where_two_differ_one_asks_and_the_other_is_told_and_answers() {
        var an1 = visitors.signedIn("an1").open("/a/" + KEY + "/team");
        assertThat(an1.first("p.answer")).containsText("They differ most on e1 against lasts");
        look(an1, "team");
        an1.first(".apart-extreme a").click();
        an1.page().locator("#i-lasts h3 a").click();
        an1.page().getByLabel("Text").fill("@an2 why so strongly?");
        an1.page()
                .getByText("Comment", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .last()
                .click();

        Portfolio.awaitAll();
        var an2 = visitors.signedIn("an2", Look.USUAL.narrow()).open("/");
        an2.page().getByLabel("Mentions of you").click();
        assertThat(an2.first("ul.lines")).containsText("@an2 why so strongly?");
        an2.fits();
        look(an2, "mentions-narrow");
        an2.first("ul.lines a[href*='" + KEY + "#r']").click();
        an2.page().getByText("You are mentioned once.").click();
        assertThat(an2.first(".mention.you")).hasText("@an2");
        an2.fits();
        look(an2, "mentioned-narrow");
        an2.first(".threads a[href*=replyTo]").click();
        an2.page().getByLabel("Text").fill("They have nothing to sell.");
        an2.page().locator("main form [type=submit]").click();
        assertThat(an2.first(".threads .depth-1")).containsText("an2 replied");

        an1.open("/a/" + KEY + "/evidence/e1#i-lasts");
        assertThat(an1.first("#i-lasts .threads .depth-1")).containsText("They have nothing to sell.");
        look(an1, "thread-on-a-cell");
    }

    @Test
    void of_two_who_edit_the_same_evidence_neither_overwrites_the_other_unseen() {
        String edit = "/a/" + KEY + "/evidence/e1/edit";
        var an1 = visitors.signedIn("an1").open(edit);
        var an2 = visitors.signedIn("an2").open(edit);
        an1.page().getByLabel("Claim").fill("There is nothing to trade");
        an2.page().getByLabel("Claim").fill("Trade is small");
        an1.first("main form.entry [name=look]").click();
        an1.first("#confirm [type=submit]").click();
        an1.awaitAddress(address -> !address.endsWith("/edit"));

        Locator line = an2.first("[data-live]");
        assertThat(line).containsText("an1 corrected e1: claim");
        assertThat(an2.page().getByLabel("Claim")).hasValue("Trade is small");

        an2.expects("409");
        an2.first("main form.entry [name=look]").click();
        an2.first("#confirm [type=submit]").click();
        assertThat(an2.first("#moved-on")).containsText("an1 corrected evidence e1");
        assertThat(an2.page().getByLabel("Claim")).hasValue("Trade is small");
        assertThat(an2.first(".now-there")).containsText("There is nothing to trade");
        look(an2, "conflict");
        an2.first(".now-there input").check();
        an2.first("main form.entry [name=look]").click();
        an2.awaitAddress(address -> address.endsWith("/evidence/e1"));
        assertThat(an2.first("main")).containsText("There is nothing to trade");
    }

    @Test
    void a_review_is_asked_for_replayed_to_signed_and_outdated_by_a_later_rating() {
        var an1 = visitors.signedIn("an1").open("/a/" + KEY + "/review-request");
        an1.page().getByLabel("reviewer").check();
        an1.page().locator("main form [type=submit]").click();
        an1.awaitAddress(address -> !address.contains("request"));

        var reviewer = visitors.signedIn("reviewer").open("/a/" + KEY + "/review");
        String review = reviewer.address();
        assertThat(reviewer.first("#asked")).containsText("an1");
        look(reviewer, "review");
        reviewer.first("#look a").click();
        assertThat(reviewer.address()).contains("/replay?at=r");
        reviewer.open("/a/" + KEY + "/comment?about=cell:e1/lasts");
        reviewer.page().getByLabel("Text").fill("Say why it is so strong.");
        reviewer.page().locator("main form [type=submit]").click();

        reviewer.open(review);
        reviewer.page().locator("[name=verdict][value=APPROVED]").check();
        reviewer.page().locator("[name=text]").fill("Sound.");
        reviewer.page().locator("[name=password]").fill(TestServer.PASSWORD);
        reviewer.page().locator("main form [type=submit]").click();
        assertThat(reviewer.first("[aria-labelledby=h-said]")).containsText("Signed on");
        reviewer.page().getByText("Signature and digest").first().click();
        reviewer.page().getByText("Compute the digest anew").click();
        assertThat(reviewer.first("#checked")).containsText("The same: what is stored is what was signed.");
        look(reviewer, "signature");

        rate("an2", "ends", "CC");
        rate("an1", "ends", "CC");
        reviewer.open(reviewer.address());
        assertThat(reviewer.first("p.answer")).containsText("outdated by");
        assertThat(reviewer.address()).contains("/reviews/");
    }
}
