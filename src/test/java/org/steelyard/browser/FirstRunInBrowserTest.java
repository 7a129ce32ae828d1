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

/** An empty installation, by the keyboard alone: from the first sign-in to the first judgment. */
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
            signIn(admin, "admin");
            assertThat(admin.first("nav [aria-current=page]")).hasText("Assessments");
            assertThat(button(admin, "Load the three demo cases")).isVisible();
            looked(admin, "first-run");
            admin.keys().activate("Add users");
            admin.awaitAddress(address -> address.startsWith("/admin/users"));
            admin.keys()
                    .fill("User name", "ann")
                    .fill("Password", TestServer.PASSWORD)
                    .tick("Analyst")
                    .activate("Add a user");
            admin.awaitAddress(address -> address.startsWith("/admin/users/ann"));

            var ann = visitors.stranger(server, Look.USUAL);
            signIn(ann, "ann");
            ann.keys()
                    .fill("Old password", TestServer.PASSWORD)
                    .fill("New password", ONES_OWN)
                    .fill("The new password again", ONES_OWN);
            ann.keys().activate("Change the password");
            ann.awaitAddress(address -> !address.startsWith("/account/password"));
            begins(ann.open("/"));
            judges(ann);
        } finally {
            visitors.leave();
            server.stop();
        }
    }

    private static void signIn(Visitor visitor, String user) {
        // The field of the name has the focus already.
        visitor.open("/sign-in")
                .keys()
                .type(user)
                .fill("Password", TestServer.PASSWORD)
                .press("Enter");
        visitor.awaitAddress(address -> !address.startsWith("/sign-in"));
    }

    private static void begins(Visitor ann) {
        assertThat(button(ann, "Load the three demo cases")).hasCount(0);
        ann.keys().activate("Or take a template");
        ann.awaitAddress(address -> address.equals("/new/template"));
        looked(ann, "template");
        ann.keys()
                .pick("Will it happen by a day")
                .fill("Title", "The bridge")
                .fill("Question", "Will the bridge open by 1 June: \"yes\" or no?")
                .activate("Open the assessment");
        ann.awaitAddress(address -> address.equals("/a/the-bridge"));
        assertThat(ann.first("h1")).containsText("The bridge");
        assertThat(steps(ann)).containsText(new String[] {"Rate the evidence", "Judge", "Ask for a review"});
        looked(ann, "what-comes-next");
    }

    private static void judges(Visitor ann) {
        ann.keys().activate("Rate the evidence");
        ann.awaitAddress(address -> address.endsWith("/rate"));
        ann.keys().tabTo("[role=gridcell]");
        for (int cell = 0; cell < 9; cell++) {
            ann.press("2");
        }
        assertThat(ann.first("[data-unsaved]")).hasText("9 cells are not recorded yet.");
        ann.press("s");
        assertThat(ann.first(".said-done")).containsText("9 ratings");
        ann.open("/a/the-bridge");
        assertThat(steps(ann)).containsText(new String[] {"Judge", "Ask for a review"});
        ann.keys().tabTo(".next li a").press("Enter");
        ann.awaitAddress(address -> address.equals("/a/the-bridge/judge"));
        for (int interpretation = 0; interpretation < 3; interpretation++) {
            ann.keys()
                    .tabTo(ann.page().locator("[data-number]").nth(interpretation))
                    .type(interpretation == 0 ? "60" : "20");
        }
        ann.keys().pick("moderate").fill("Rationale", "It is early.").activate("Record my judgment");
        ann.awaitAddress(address -> address.equals("/a/the-bridge"));
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

    private static Locator button(Visitor visitor, String name) {
        return visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
