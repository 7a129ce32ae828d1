package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;

/** The main way through the pages of a case: go back in time, assume something, hear what is recorded meanwhile. */
@Tag("outer")
class AssessmentInBrowserTest {
    private static String key = "";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @BeforeAll
    static void importCase() {
        key = DemoCase.imported("durability");
    }

    private Visitor at(String below) {
        return visitors.signedIn("admin").open("/a/" + key + below);
    }

    @Test
    void the_date_is_moved_in_the_control_and_by_keys_and_the_banner_says_so() {
        var visitor = at("");
        Locator band = visitor.page().locator(".band[role=status]");
        assertThat(band).hasCount(0);
        visitor.screenshot("assessment-now");

        visitor.first("[name=effectiveDay]").fill("2025-03-14");
        visitor.first("[name=effectiveDay]").press("Enter");
        assertThat(band).containsText("You look at what held on 14 Mar 2025 as recorded by today.");
        assertThat(visitor.address()).endsWith("?effectiveAt=2025-03-14T23:59:59.999999Z");
        visitor.screenshot("assessment-past");

        visitor.first("h1").click();
        visitor.press("ArrowLeft");
        visitor.awaitAddress(address -> !address.endsWith("?effectiveAt=2025-03-14T23:59:59.999999Z"));
        assertThat(visitor.address().replaceFirst(".*\\?", "?"))
                .startsWith("?effectiveAt=20")
                .isLessThan("?effectiveAt=2025-03-14T23");

        visitor.first(".band a:not([data-copied])").click();
        visitor.awaitAddress(address -> address.equals("/a/" + key));
    }

    @Test
    void the_first_column_of_the_matrix_stays_where_the_rest_scrolls() {
        var visitor = visitors.signedIn("admin", Look.USUAL.narrow().dark()).open("/a/" + key);

        assertThat(visitor.first(".matrix tbody th")).hasCSS("position", "sticky");
        visitor.screenshot("assessment-narrow-dark");
    }

    @Test
    void what_is_picked_on_the_bench_is_in_the_address_and_can_be_taken_back() {
        var visitor = at("/firm");
        visitor.first(".picks form [name=which]").selectOption("e28");
        visitor.first(".picks form [type=submit]").click();

        visitor.awaitAddress(address -> address.endsWith("if=item:e28"));
        assertThat(visitor.first("#outcome")).containsText("As assumed:");

        visitor.first(".assumed a.small").click();
        visitor.awaitAddress(address -> !address.contains("if="));
        assertThat(visitor.page().locator("#outcome")).hasCount(0);
    }

    @Test
    void what_is_recorded_meanwhile_is_offered_and_the_page_stays_as_it_is() {
        var visitor = at("");
        Locator line = visitor.first("[data-live]");
        String before = visitor.first(".meta").innerText();
        assertThat(line).isHidden();

        TestServer.shared()
                .as("admin")
                .post("/api/v1/assessments/" + key + "/comments", "{\"text\": \"Meanwhile\"}")
                .expect(201);
        assertThat(line).hasText("Meanwhile admin commented. Show it");
        assertThat(visitor.first(".meta"))
                .hasText(before, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        visitor.screenshot("assessment-live");

        line.locator("a").click();
        assertThat(visitor.first(".meta")).not().hasText(before);
        assertThat(visitor.first(".meta")).containsText("admin");
        assertThat(line).isHidden();
    }
}
