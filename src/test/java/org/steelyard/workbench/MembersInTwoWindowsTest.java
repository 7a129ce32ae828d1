package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import org.steelyard.access.Members;
import org.steelyard.access.Role;

/** Two owners, an1 and admin, change members at once: neither overwrites the other unseen. */
class MembersInTwoWindowsTest {
    private static final Members MEMBERS = TestServer.shared().bean(Members.class);

    private final Bench bench = new Bench();
    private final String action = bench.address("/settings/members");

    @BeforeEach
    void there_are_two_owners() {
        MEMBERS.add(bench.key, "admin", Role.OWNER, "an1", Bench.SINCE);
    }

    private FilledForm put(String owner, String user, Role role) {
        Client browser = Bench.browser(owner);
        return put(browser, browser.get(bench.address("/settings")))
                .with("user", user)
                .with("role", role.name());
    }

    private FilledForm put(Client browser, Reply page) {
        return FilledForm.on(browser, page, action, "put");
    }

    /** The button beside a name. */
    private FilledForm remove(Client browser, Reply page, String user) {
        return FilledForm.about(browser, page, action, user);
    }

    private String roleOf(String user) {
        return MEMBERS.of(bench.key).stream()
                .filter(member -> member.user().equals(user))
                .map(member -> member.role().name())
                .findFirst()
                .orElse("none");
    }

    @Test
    void who_changes_a_member_that_the_other_changed_meanwhile_sees_both_and_decides() {
        var mine = put("an1", "an2", Role.READER);
        put("admin", "an2", Role.OWNER).send().expect(302);

        var page = mine.send().expect(409);

        assertThat(roleOf("an2")).isEqualTo("OWNER");
        assertThat(page.html().select("#moved-on").text())
                .contains("admin made an2 owner of this assessment.")
                .doesNotContain("an1 made");
        assertThat(page.html().select("#about-to").text()).contains("You were about to make an2 reader.");
        assertThat(page.html().select("#f-member--role .now-there").text()).startsWith("Now there: owner");
        assertThat(put(Bench.browser("an1"), page).value("role")).isEqualTo("READER");

        put(Bench.browser("an1"), page).send().expect(302);
        assertThat(roleOf("an2")).isEqualTo("READER");
    }

    @Test
    void who_takes_what_the_other_did_records_nothing() {
        var mine = put("an1", "an2", Role.READER);
        put("admin", "an2", Role.OWNER).send().expect(302);
        long before = MEMBERS.revision(bench.key);

        var page = mine.send().expect(409);
        put(Bench.browser("an1"), page).with("take", "role").send().expect(302);

        assertThat(roleOf("an2")).isEqualTo("OWNER");
        assertThat(MEMBERS.revision(bench.key)).isEqualTo(before);
    }

    @Test
    void who_takes_away_whom_the_other_gave_another_role_hears_of_it_first() {
        var an1 = Bench.browser("an1");
        var shown = an1.get(bench.address("/settings"));
        put("admin", "reviewer", Role.READER).send().expect(302);

        var page = remove(an1, shown, "reviewer").send().expect(409);

        assertThat(page.html().select("#moved-on").text()).contains("admin made reviewer reader");
        assertThat(page.html().select("#about-to").text()).contains("You were about to take reviewer away.");
        assertThat(roleOf("reviewer")).isEqualTo("READER");
        remove(an1, page, "reviewer").send().expect(302);
        assertThat(roleOf("reviewer")).isEqualTo("none");
    }

    @Test
    void who_changes_a_member_that_the_other_took_away_is_told_so() {
        var mine = put("an1", "an2", Role.OWNER);
        var admin = Bench.browser("admin");
        remove(admin, admin.get(bench.address("/settings")), "an2").send().expect(302);

        var page = mine.send().expect(409);

        assertThat(page.html().select("#moved-on").text()).contains("admin took an2 away from this assessment.");
        assertThat(page.html().select("#f-member--role .now-there").text()).startsWith("Now there: –");
        assertThat(roleOf("an2")).isEqualTo("none");
    }

    @Test
    void what_the_other_did_to_another_member_is_in_nobodys_way() {
        var mine = put("an1", "an2", Role.READER);
        put("admin", "reviewer", Role.READER).send().expect(302);

        mine.send().expect(302);

        assertThat(roleOf("an2")).isEqualTo("READER");
        assertThat(roleOf("reviewer")).isEqualTo("READER");
    }

    @Test
    void of_two_who_press_at_the_same_time_one_is_asked_again() throws Exception {
        var one = put("an1", "an2", Role.READER);
        var other = put("admin", "an2", Role.OWNER);
        var pressed = List.<Callable<Integer>>of(
                () -> one.send().status(), () -> other.send().status());

        try (var threads = Executors.newFixedThreadPool(2)) {
            var statuses = threads.invokeAll(pressed).stream()
                    .map(MembersInTwoWindowsTest::answer)
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(302, 409);
        }
    }

    private static int answer(Future<Integer> pressed) {
        try {
            return pressed.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
