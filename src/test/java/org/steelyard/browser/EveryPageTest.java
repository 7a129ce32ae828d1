package org.steelyard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.portfolio.Portfolio;

/** Whatever route is added to routes.txt: its page can be read by all, on any screen, light and dark, with scripts or without. */
@Tag("outer")
class EveryPageTest {

    @RegisterExtension
    final Visitors visitors = new Visitors();

    static List<String> pages() {
        String key = DemoCase.imported("durability");
        Portfolio.awaitAll();
        return new Addresses(TestServer.shared(), key).all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_is_for_everybody_on_every_screen(String address) {
        boolean sandbox = address.startsWith("/embed/");
        var visitor = visitors.signedIn("admin", sandbox ? Look.USUAL.withoutPolicies() : Look.USUAL)
                .open(address);
        var said = headings(visitor);

        assertAll(
                address,
                () -> assertThat(said).isNotEmpty().doesNotContain(""),
                visitor::axe,
                visitor::fits,
                () -> fits(visitor, 2560),
                () -> fits(visitor, 360),
                () -> {
                    visitor.prefer(ColorScheme.DARK);
                    visitor.axe();
                },
                () -> {
                    var plain = visitors.signedIn("admin", Look.USUAL.withoutScripts())
                            .open(address);
                    assertThat(headings(plain)).as("without scripts").isEqualTo(said);
                });
    }

    private static void fits(Visitor visitor, int width) {
        visitor.resize(width, 900);
        visitor.fits();
    }

    private static List<String> headings(Visitor visitor) {
        return visitor.page().locator("main :is(h1, h2):visible").allInnerTexts();
    }

    @Test
    void what_is_not_there_is_said_on_a_page_like_any_other() {
        var visitor = visitors.signedIn("admin");
        visitor.expects("404");
        visitor.open("/a/no-such-assessment");

        assertAll(visitor::axe, () -> fits(visitor, 360));
    }
}
