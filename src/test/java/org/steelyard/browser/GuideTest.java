package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.TestServer;
import org.steelyard.portfolio.Portfolio;

/**
 * The tour of docs/guide.md and the pictures of the other documents, taken in the demo as it starts: whatever a document shows is
 * made here, and what is made here is shown. {@code -Dsteelyard.pictures=docs/images} puts them where the documents have them.
 */
@Tag("outer")
class GuideTest {
    private static final Path SHOWN = Path.of("docs/images");
    private static final Path MADE = Path.of(System.getProperty("steelyard.pictures", "target/screenshots/images"));
    private static final Pattern NAMED = Pattern.compile("\\((?:docs/)?images/([a-z0-9/-]+\\.png)\\)");

    /** Bytes of a picture of the guide: it is read over slow lines too. */
    private static final long MOST = 150_000;

    /** CSS pixels, of a picture of the guide. */
    private static final int TALLEST = 600;

    /** The same of the others. */
    private static final int TALLER = 1_450;

    /** Of an installation with 2,000 assessments, which the load generator makes. */
    private static final String TAKEN_ELSEWHERE = "portfolio-2000.png";

    private static final String CASE = "/a/durability";
    private static final String MARCH = "effectiveAt=2025-03-14T23:59:59.999999Z";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @TempDir
    Path data;

    private final Set<String> made = new TreeSet<>();

    @Test
    void every_picture_of_the_documents_is_taken_in_the_demo() throws IOException {
        var server = TestServer.startPlain(
                data, "--spring.profiles.active=demo", "--STEELYARD_DEMO_PASSWORD=" + TestServer.PASSWORD);
        try {
            begin(server);
            record(visitors.signedIn(server, "an1", Look.USUAL));
            judge(visitors.signedIn(server, "an1", Look.USUAL));
            review(visitors.signedIn(server, "reviewer", Look.USUAL));
            lookBack(server, visitors.signedIn(server, "reader", Look.USUAL));
        } finally {
            visitors.leave();
            server.stop();
        }
        assertThat(made).isEqualTo(named());
        assertThat(made)
                .allSatisfy(picture -> assertThat(SHOWN.resolve(picture)).exists());
        assertThat(made)
                .filteredOn(picture -> picture.startsWith("guide/"))
                .allSatisfy(
                        picture -> assertThat(Files.size(MADE.resolve(picture))).isLessThan(MOST));
    }

    private static Set<String> named() throws IOException {
        var documents = new ArrayList<Path>();
        documents.add(Path.of("README.md"));
        try (var docs = Files.list(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents.stream()
                .flatMap(GuideTest::pictures)
                .filter(picture -> !picture.equals(TAKEN_ELSEWHERE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> pictures(Path document) {
        try {
            return NAMED.matcher(Files.readString(document)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void begin(TestServer server) {
        take(visitors.stranger(server, Look.USUAL).open("/sign-in"), "guide/sign-in", null, "main");
        var an1 = visitors.signedIn(server, "an1", Look.USUAL).open("/");
        take(an1, "guide/list", null, ".cards > li:nth-child(2)");
        take(an1, "list", null, ".cards");

        an1.open("/new");
        an1.first("[name=title]").fill("The harbour");
        an1.first("[name=question]").fill("Will the harbour open to foreign ships by the end of 2026?");
        an1.first("[name=since]").fill("2025-09-01");
        an1.first("[name=relation]").check();
        an1.first("[name=horizon]").fill("2026-12-31");
        leaveFocus(an1);
        take(an1, "guide/new", "h1", ".entry .row");
        an1.open("/new/template").first("[name=template]").check();
        take(an1, "guide/template", "h1", "[name=title]");
    }

    private void record(Visitor an1) {
        an1.open(CASE + "/interpretations").first(".things summary").click();
        take(an1, "guide/interpretations", "h1", ".things .since");

        an1.open(CASE + "/new-evidence");
        an1.first("[name=claim]").fill("North Korea has sent more than 11,000 soldiers to the front.");
        an1.first("[name=source]").selectOption(new SelectOption().setIndex(3));
        an1.page().getByLabel("2 · probably true").check();
        an1.first("[name=origin]").fill("MSMT report, May 2025");
        leaveFocus(an1);
        assertThat(an1.first("#f-alike")).isVisible();
        assertThat(an1.first("#kin")).containsText("the same origin");
        take(an1, "guide/evidence", "h1", "#f-relevance");
        take(an1, "guide/echo", "#kin", "#kin");

        an1.open(CASE + "/evidence/e17/edit");
        an1.page().locator("[id='f-force--reason']").fill("The report was withdrawn.");
        an1.page().locator("section[aria-labelledby=h-force] [name=look]").click();
        assertThat(an1.first("#foreseen")).isVisible();
        leaveFocus(an1);
        take(an1, "guide/foreseen", "#foreseen", "#foreseen");

        // The bar of what is not recorded stands at the lower end of the window.
        an1.resize(Look.USUAL.width(), 700);
        an1.open(CASE + "/rate?order=key").first("[role=gridcell]").focus();
        "2214".chars().forEach(digit -> an1.press(Character.toString(digit)));
        assertThat(an1.first(".unsaved-bar")).isVisible();
        take(an1, "guide/rate", "h1", ".unsaved-bar");
    }

    private void judge(Visitor an1) {
        an1.open(CASE + "/judge");
        take(an1, "guide/judge", "h1", "#sum");
        an1.open(CASE + "/settings");
        take(an1, "guide/settings", "#f-blind", "#f-blind");
        an1.open(CASE + "/team");
        take(an1, "guide/team", "h1", "section[aria-labelledby=h-apart] tbody tr:nth-child(3)");
    }

    private void review(Visitor reviewer) {
        reviewer.open(CASE + "/review");
        take(reviewer, "guide/review", "h1", "main");
    }

    private void lookBack(TestServer server, Visitor reader) {
        take(reader.open(CASE), "assessment", null, "[aria-labelledby=h-matrix] tbody tr:nth-child(6)");
        reader.open(CASE + "?" + MARCH);
        take(reader, "guide/past", null, "section[aria-labelledby=h-readings] figure");
        take(reader, "past", null, ".clock");
        reader.open(CASE + "/compare?axis=effective&from=2024-12-31T23:59:59.999999Z&to=2025-07-31T23:59:59.999999Z");
        take(reader, "guide/compare", "h1", "section[aria-labelledby=h-why] figure");
        take(reader, "compare", null, "section[aria-labelledby=h-changed]");
        take(reader.open(CASE + "/firm"), "firm", null, "section[aria-labelledby=h-falls]");
        take(reader.open(CASE + "/replay?axis=recorded&at=r83"), "replay", null, "section[aria-labelledby=h-changed]");
        Portfolio.awaitAll(server);
        reader.open("/portfolio?asOf=2025-07-31T23:59:59.999999Z");
        take(reader, "guide/portfolio", null, "main table");
        take(reader, "portfolio", null, "main table");
    }

    /**
     * Takes what stands between these two elements, over the whole width.
     *
     * @param from null for the top of the page
     */
    private void take(Visitor visitor, String name, @Nullable String from, String to) {
        double top = from == null ? 0 : Math.max(0, box(visitor, from).y - 6);
        BoundingBox last = box(visitor, to);
        double bottom = Math.min(last.y + last.height + 16, top + (name.startsWith("guide/") ? TALLEST : TALLER));
        visitor.page()
                .screenshot(new ScreenshotOptions()
                        .setFullPage(true)
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setClip(0, top, Look.USUAL.width(), bottom - top)
                        .setPath(MADE.resolve(name + ".png")));
        made.add(name + ".png");
    }

    private static void leaveFocus(Visitor visitor) {
        visitor.run("document.activeElement.blur()");
    }

    /** Where an element is on the page, which is not scrolled. */
    private static BoundingBox box(Visitor visitor, String selector) {
        visitor.run("window.scrollTo(0, 0)");
        return visitor.first(selector).boundingBox();
    }
}
