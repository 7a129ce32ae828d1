package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/**
 * By the keyboard alone: ways through the pages, the time control, members, comments and reviews. How evidence, ratings, judgments
 * and the first run go by it say their own tests.
 */
@Tag("outer")
class KeyboardTest {
    private static String key = "";

    /** Of an1, with an2, the reviewer and one item. */
    private static final String OWN = TestServer.newKey();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @BeforeAll
    static void importCase() {
        key = DemoCase.imported("durability");
        Client an1 = TestServer.shared().as("an1");
        String opened = "{\"key\": \"%s\", \"title\": \"Durability\", \"question\": \"Will it last?\"}".formatted(OWN);
        an1.post("/api/v1/assessments", opened).expect(201);
        String address = "/api/v1/assessments/" + OWN;
        an1.put(address + "/members/reviewer", "{\"role\": \"REVIEWER\"}").expect(201);
        an1.post(address + "/interpretations", "{\"key\": \"lasts\", \"statement\": \"It lasts\"}")
                .expect(201);
        an1.post(address + "/interpretations", "{\"key\": \"ends\", \"statement\": \"It ends\"}")
                .expect(201);
    }

    @Test
    void the_first_stop_leads_past_the_navigation() {
        var visitor = visitors.signedIn("an1").open("/a/" + key);
        visitor.keys().tabTo(".skip").press("Enter", "Tab");

        assertThat(visitor.run("document.activeElement.closest('main') !== null"))
                .isEqualTo(true);
    }

    @Test
    void the_navigation_leads_on() {
        var visitor = visitors.signedIn("an1").open("/");
        visitor.keys().activate("Portfolio");

        visitor.awaitAddress(address -> address.equals("/portfolio"));
        assertThat(visitor.first("h1")).isVisible();
    }

    @Test
    void the_time_control_takes_a_day_and_leads_back_to_now() {
        var visitor = visitors.signedIn("an1").open("/a/" + key);
        visitor.keys().tabTo("[name=effectiveDay]").type("03142025").press("Enter");

        visitor.awaitAddress(address -> address.endsWith("?effectiveAt=2025-03-14T23:59:59.999999Z"));
        visitor.keys().activate("Return to now");
        visitor.awaitAddress(address -> address.equals("/a/" + key));
    }

    @Test
    void a_member_is_made_mentioned_and_answers() {
        var an1 = visitors.signedIn("an1").open("/a/" + OWN);
        an1.keys().activate("Settings");
        an1.awaitAddress(address -> address.endsWith("/settings"));
        an1.keys().fill("User", "an2").pick("analyst").activate("Record the member");
        assertThat(an1.first(".said-done")).containsText("an2 is now analyst");

        an1.open("/a/" + OWN).keys().activate("Comment");
        an1.awaitAddress(address -> address.endsWith("/comment"));
        an1.keys().fill("Text", "@an2 what would end it?").activate("Comment");
        assertThat(an1.first(".said-done")).containsText("You commented");

        var an2 = visitors.signedIn("an2").open("/a/" + OWN);
        an2.keys().activate("You are mentioned once.");
        assertThat(an2.first(".mention.you")).hasText("@an2");
        an2.keys().tabTo(".threads a[href*=replyTo]").press("Enter");
        an2.awaitAddress(address -> address.contains("replyTo"));
        an2.keys().fill("Text", "A quarrel over prices.").activate("Comment");
        assertThat(an2.first(".said-done")).containsText("You commented");
        assertThat(an2.first(".threads .depth-1")).containsText("an2 replied");
    }

    @Test
    void a_review_is_asked_for_replayed_to_and_signed() {
        var an1 = visitors.signedIn("an1").open("/a/" + OWN);
        an1.keys().activate("Ask for a review");
        an1.awaitAddress(address -> address.endsWith("/review-request"));
        an1.keys().tick("reviewer").activate("Ask for the review");
        assertThat(an1.first(".said-done")).containsText("You asked for a review");

        var reviewer = visitors.signedIn("reviewer").open("/a/" + OWN);
        reviewer.keys().activate("Review");
        reviewer.awaitAddress(address -> address.endsWith("/review"));
        reviewer.keys().tabTo("#look a").press("Enter");
        reviewer.awaitAddress(address -> address.contains("/replay?at=r"));
        reviewer.press("ArrowLeft");
        assertThat(reviewer.first("#said")).not().isEmpty();

        reviewer.open("/a/" + OWN + "/review");
        reviewer.keys()
                .pick("approved")
                .fill("Text", "Sound.")
                .fill("Your password again", TestServer.PASSWORD)
                .activate("Sign the review");
        assertThat(reviewer.first(".said-done")).containsText("You reviewed");
        reviewer.keys().activate("Signature and digest");
        reviewer.awaitAddress(address -> address.contains("/reviews/"));
        reviewer.keys().activate("Compute the digest anew");
        assertThat(reviewer.first("#checked")).containsText("The same: what is stored is what was signed.");
    }
}
