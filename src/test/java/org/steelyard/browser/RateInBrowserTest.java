package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steelyard.TestServer;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Submission;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import tools.jackson.databind.JsonNode;

/** Ratings by the keyboard: a matrix is a grid, and no slower to fill than a spreadsheet. */
@Tag("outer")
class RateInBrowserTest {
    private static final int ROWS = 20;
    private static final int COLUMNS = 5;

    /** Of a practised typist who thinks elsewhere. */
    private static final Duration KEYSTROKE = Duration.ofMillis(400);

    private static final String CODES = "1234502143";
    private static final List<String> RATINGS = List.of("NA", "CC", "C", "N", "I", "II");

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private int keystrokes;

    /** An assessment of an1 with so many items of evidence, e01 on, and interpretations, i1 on. */
    private static String matrix(int items, int interpretations) {
        String key = TestServer.newKey();
        var server = TestServer.shared();
        server.as("an1")
                .post(
                        "/api/v1/assessments",
                        "{\"key\": \"" + key + "\", \"title\": \"Matrix\", \"question\": \"Will it last?\"}")
                .expect(201);
        var commands = new ArrayList<AssessmentCommand>();
        commands.add(new RecordSource("s1", "A source", "press", Reliability.B, null));
        IntStream.rangeClosed(1, interpretations)
                .mapToObj(n -> new ProposeInterpretation("i" + n, "Interpretation number " + n, null, null))
                .forEach(commands::add);
        // The newest stands first on the page.
        IntStream.iterate(items, n -> n > 0, n -> n - 1)
                .mapToObj(n -> new RecordEvidence(
                        "e%02d".formatted(n),
                        "What was observed the " + n + ". time",
                        "s1",
                        2,
                        Relevance.M,
                        EvidenceKind.REPORT,
                        null,
                        null,
                        null,
                        null,
                        null))
                .forEach(commands::add);
        server.bean(Assessments.class)
                .record(
                        key,
                        commands.stream()
                                .map(command -> Submission.of(command, "an1"))
                                .toList(),
                        null);
        return key;
    }

    private static List<JsonNode> log(String key) {
        var events = new ArrayList<JsonNode>();
        TestServer.shared()
                .as("an1")
                .get("/api/v1/assessments/" + key + "/events?limit=500")
                .expect(200)
                .json()
                .path("items")
                .forEach(events::add);
        return events;
    }

    private Visitor rating(String key) {
        var visitor = visitors.signedIn("an1").open("/a/" + key + "/rate");
        visitor.first("[role=gridcell][tabindex='0']").focus();
        return visitor;
    }

    private void press(Visitor visitor, String key) {
        keystrokes++;
        visitor.press(key);
    }

    private static Locator cell(Visitor visitor, String evidence, String interpretation) {
        return visitor.page()
                .locator(
                        "[role=gridcell]",
                        new Page.LocatorOptions()
                                .setHas(visitor.page()
                                        .locator("[name='rating." + evidence + "." + interpretation + "']")));
    }

    @Test
    void a_matrix_of_5_by_20_takes_no_more_than_1_2_keystrokes_a_cell() {
        String key = matrix(ROWS, COLUMNS);
        int before = log(key).size();
        var visitor = rating(key);

        for (int cell = 0; cell < ROWS * COLUMNS; cell++) {
            press(visitor, String.valueOf(CODES.charAt(cell % CODES.length())));
        }
        assertThat(visitor.first("[data-unsaved]")).hasText("100 cells are not recorded yet.");
        press(visitor, "s");
        assertThat(visitor.first(".said-done")).containsText("Recorded: 100 ratings.");

        assertThat(keystrokes).isLessThanOrEqualTo(ROWS * COLUMNS * 12 / 10);
        Duration time = KEYSTROKE.multipliedBy(keystrokes);
        System.out.printf(
                "A matrix of 5 x 20: %d keystrokes, %s s at 0.4 s each%n", keystrokes, time.toMillis() / 1000.0);
        assertThat(time).isLessThan(Duration.ofSeconds(60));
        assertThatAllWereRecordedAtOnce(log(key).subList(before, before + ROWS * COLUMNS), before);
        assertThat(log(key)).hasSize(before + ROWS * COLUMNS);
    }

    private static void assertThatAllWereRecordedAtOnce(List<JsonNode> recorded, int before) {
        for (int cell = 0; cell < recorded.size(); cell++) {
            JsonNode event = recorded.get(cell);
            assertThat(event.path("revision").asLong()).isEqualTo(before + cell + 1);
            assertThat(event.path("kind").asString()).isEqualTo("evidence-rated");
            assertThat(event.at("/data/evidence").asString()).isEqualTo("e%02d".formatted(cell / COLUMNS + 1));
            assertThat(event.at("/data/interpretation").asString()).isEqualTo("i" + (cell % COLUMNS + 1));
            assertThat(event.at("/data/rating").asString())
                    .isEqualTo(RATINGS.get(CODES.charAt(cell % CODES.length()) - '0'));
        }
    }

    @Test
    void the_grid_is_one_stop_and_arrows_lead_through_it() {
        var visitor = rating(matrix(7, 2));
        assertThat(visitor.page().locator("[role=grid] [tabindex='0']")).hasCount(1);
        assertThat(cell(visitor, "e01", "i1")).isFocused();
        assertThat(cell(visitor, "e01", "i1")).hasAttribute("aria-label", "e01 × i1: not rated");

        visitor.press("ArrowRight");
        assertThat(cell(visitor, "e01", "i2")).isFocused();
        visitor.press("ArrowDown");
        assertThat(cell(visitor, "e02", "i2")).isFocused();
        visitor.press("Home");
        assertThat(cell(visitor, "e02", "i1")).isFocused();
        visitor.press("ArrowLeft");
        assertThat(visitor.page().locator("[role=rowheader] a").nth(1)).isFocused();
        visitor.press("End");
        assertThat(cell(visitor, "e02", "i2")).isFocused();
        visitor.press("PageDown");
        assertThat(cell(visitor, "e07", "i2")).isFocused();
        visitor.press("Control+Home");
        assertThat(cell(visitor, "e01", "i1")).isFocused();
        visitor.press("Control+End");
        assertThat(cell(visitor, "e07", "i2")).isFocused();
        visitor.press("Tab");
        assertThat(visitor.page().locator("[role=grid] :focus")).hasCount(0);
    }

    @Test
    void what_is_typed_can_be_taken_back_and_given_a_reason() {
        String key = matrix(2, 2);
        var visitor = rating(key);
        visitor.press("1");
        visitor.press("5");
        visitor.press("ArrowUp");
        visitor.press("Delete");
        assertThat(visitor.first("[data-said]")).hasText("e01 × i1: not rated");
        visitor.press("u");
        assertThat(cell(visitor, "e01", "i1")).hasAttribute("aria-label", "e01 × i1: CC, not recorded yet");
        visitor.press("Control+z");
        assertThat(cell(visitor, "e01", "i2")).hasAttribute("aria-label", "e01 × i2: not rated");
        assertThat(visitor.first("[data-unsaved]")).hasText("One cell is not recorded yet.");

        visitor.press("Control+Home");
        visitor.press("r");
        visitor.page().keyboard().type("It would have sunk 1");
        visitor.press("Escape");
        assertThat(cell(visitor, "e01", "i1")).isFocused();
        visitor.screenshot("rate-grid");
        visitor.axe();
        visitor.prefer(ColorScheme.DARK);
        visitor.axe();
        visitor.screenshot("rate-grid-dark");
        visitor.resize(360, 800);
        visitor.fits();
        visitor.screenshot("rate-grid-narrow-dark");
        visitor.press("Control+Enter");
        assertThat(visitor.first(".said-done")).hasText(Pattern.compile("You rated e01/i1\\..*"));

        var rated = log(key).getLast();
        assertThat(rated.at("/data/rating").asString()).isEqualTo("CC");
        assertThat(rated.at("/data/rationale").asString()).isEqualTo("It would have sunk 1");
    }

    @Test
    void a_block_that_is_pasted_shows_what_it_would_change_before_it_is_filled_in() {
        String key = matrix(2, 2);
        int before = log(key).size();
        var visitor = rating(key);
        visitor.press("5");
        visitor.run("""
                (() => {
                  const data = new DataTransfer();
                  data.setData('text/plain', 'C\\tmaybe\\tI\\n1\\t2');
                  const at = document.querySelector('td:has([name="rating.e01.i1"])');
                  at.focus();
                  at.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                })()""");
        assertThat(visitor.first(".preview h2")).containsText("It would change 3 cells.");
        assertThat(visitor.first(".preview")).containsText("line 1, column 2, is no rating: maybe");
        assertThat(visitor.first(".preview")).containsText("line 1, column 3, is over no cell: I");
        assertThat(cell(visitor, "e01", "i1")).hasAttribute("aria-label", "e01 × i1: II, not recorded yet");
        visitor.axe();
        visitor.screenshot("rate-block");

        visitor.first(".preview button").click();
        assertThat(cell(visitor, "e01", "i1")).hasAttribute("aria-label", "e01 × i1: C, not recorded yet");
        assertThat(visitor.first("[data-unsaved]")).hasText("3 cells are not recorded yet.");
        assertThat(log(key)).hasSize(before);

        cell(visitor, "e01", "i1").focus();
        visitor.press("s");
        assertThat(visitor.first(".recorded h2")).containsText("You recorded 3 ratings");
        visitor.axe();
        visitor.screenshot("rate-recorded");
        visitor.first(".undo button").click();
        assertThat(visitor.first(".said-done")).containsText("Recorded: 3 ratings.");
        assertThat(cell(visitor, "e01", "i1")).hasAttribute("aria-label", "e01 × i1: not rated");
    }

    @Test
    void a_matrix_is_rated_given_a_reason_pasted_into_and_undone_by_the_keyboard_alone() {
        String key = matrix(2, 2);
        var visitor = visitors.signedIn("an1").open("/a/" + key);
        var keys = visitor.keys().activate("Rate");
        visitor.awaitAddress(address -> address.endsWith("/rate"));
        keys.tabTo("[role=gridcell]")
                .press("1", "4", "u", "r")
                .type("It would have sunk")
                .press("Escape");
        assertThat(visitor.first("[data-unsaved]")).hasText("2 cells are not recorded yet.");

        // What is copied here stands for a block of a spreadsheet.
        keys.activate("Paste a block from a spreadsheet").fill("The block", "CC;N\nmaybe;C");
        keys.press("Control+a", "Control+x").tabTo("[role=gridcell]").press("Control+Home", "Control+v");
        assertThat(visitor.first(".preview h2")).containsText("It would change 2 cells.");
        keys.activate("Fill in these cells");
        assertThat(cell(visitor, "e02", "i2")).hasAttribute("aria-label", "e02 × i2: C, not recorded yet");
        assertThat(visitor.first("[data-unsaved]")).hasText("3 cells are not recorded yet.");

        keys.tabTo("[role=gridcell]").press("s");
        assertThat(visitor.first(".recorded h2")).containsText("You recorded 3 ratings");
        keys.activate("Undo");
        assertThat(visitor.first(".said-done")).containsText("Recorded: 3 ratings.");
        assertThat(cell(visitor, "e01", "i1")).hasAttribute("aria-label", "e01 × i1: not rated");
    }

    @Test
    void who_leaves_with_unsaved_cells_is_asked() {
        var visitor = rating(matrix(2, 2));
        var asked = new ArrayList<String>();
        visitor.page().onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        visitor.press("2");
        visitor.first("main .meta a").click();
        visitor.awaitAddress(address -> !address.endsWith("/rate"));

        assertThat(asked).containsExactly("beforeunload");
    }
}
