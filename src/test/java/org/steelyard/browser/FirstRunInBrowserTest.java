package org.steelyard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.TestServer;

/** An empty installation, from the first sign-in to the first judgment. */
@Tag("outer")
class FirstRunInBrowserTest {
    private static final String ONES_OWN = "a phrase of my own choice";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @TempDir
    Path data;

    @Test
    void an_empty_installation_leads_from_the_first_sign_in_to_the_first_judgment() {
        var server = TestServer.start(data);
        try {
            var admin = visitors.stranger(server, Look.USUAL);
            admin.signIn("admin", TestServer.PASSWORD);
            assertThat(admin.first("nav [aria-current=page]")).hasText("Assessments");
            assertThat(button(admin, "Load the three demo cases")).isVisible();
            looked(admin, "first-run");
            link(admin, "Add users").click();
            admin.page().getByLabel("User name").fill("ann");
            admin.page().getByLabel("Password").first().fill(TestServer.PASSWORD);
            admin.page().getByLabel("Analyst").check();
            button(admin, "Add").click();
            admin.awaitAddress(address -> address.startsWith("/admin/users/ann"));

            var ann = visitors.stranger(server, Look.USUAL);
            ann.signIn("ann", TestServer.PASSWORD);
            ann.first("#old").fill(TestServer.PASSWORD);
            ann.first("#new").fill(ONES_OWN);
            ann.first("#again").fill(ONES_OWN);
            ann.first("main [type=submit]").click();
            begins(ann.open("/"));
            judges(ann);
        } finally {
            server.stop();
        }
    }

    private static void begins(Visitor ann) {
        assertThat(button(ann, "Load the three demo cases")).hasCount(0);
        link(ann, "Or take a template").click();
        looked(ann, "template");
        ann.page().getByText("Will it happen by a day").click();
        ann.page().getByLabel("Title").fill("The bridge");
        ann.page().getByLabel("Question").fill("Will the bridge open by 1 June: \"yes\" or no?");
        button(ann, "Open the assessment").click();
        ann.awaitAddress(address -> address.equals("/a/the-bridge"));
        assertThat(ann.first("h1")).containsText("The bridge");
        assertThat(steps(ann)).containsText(new String[] {"Rate the evidence", "Judge", "Ask for a review"});
        looked(ann, "what-comes-next");
    }

    private static void judges(Visitor ann) {
        link(ann, "Rate the evidence").click();
        ann.first("[role=gridcell][tabindex='0']").focus();
        for (int cell = 0; cell < 9; cell++) {
            ann.press("2");
        }
        assertThat(ann.first("[data-unsaved]")).hasText("9 cells are not recorded yet.");
        ann.press("s");
        assertThat(ann.first(".said-done")).containsText("9 ratings");
        ann.open("/a/the-bridge");
        assertThat(steps(ann)).containsText(new String[] {"Judge", "Ask for a review"});
        ann.first(".next li a").click();
        ann.awaitAddress(address -> address.equals("/a/the-bridge/judge"));
        for (int interpretation = 0; interpretation < 3; interpretation++) {
            ann.page().locator(".share .percent input").nth(interpretation).fill(interpretation == 0 ? "60" : "20");
        }
        ann.page().getByLabel("moderate").check();
        ann.first("[name=rationale]").fill("It is early.");
        ann.first("main form.entry button[type=submit]").click();
        ann.open("/a/the-bridge");
        assertThat(steps(ann)).containsText(new String[] {"Ask for a review"});
    }

    /** Looked at by axe and kept, light and dark, wide and narrow. */
    private static void looked(Visitor visitor, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            visitor.prefer(scheme);
            visitor.axe();
            visitor.screenshot("first-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        visitor.resize(360, 800);
        visitor.fits();
        visitor.screenshot("first-" + name + "-narrow");
        visitor.resize(1280, 900);
        visitor.prefer(ColorScheme.LIGHT);
    }

    private static Locator steps(Visitor visitor) {
        return visitor.page().locator(".next li");
    }

    private static Locator link(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
