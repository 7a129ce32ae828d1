package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.PolicyChanged;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Reliability;

class TalkAndGovernPagesTest {
    private final Bench bench = new Bench();

    @Test
    void an_interpretation_a_source_and_an_indicator_are_added() {
        assertThat(bench.recordedBy(bench.form("an2", "/interpretations", "/interpretations")
                                .with("statement", "Trade alone")
                                .with("key", "Trade only")
                                .send())
                        .event())
                .isEqualTo(new InterpretationProposed("trade-only", "Trade alone", null, null));
        assertThat(bench.recordedBy(bench.form("an2", "/sources")
                                .with("name", "KCNA")
                                .with("kind", "agency")
                                .with("reliability", "D")
                                .send())
                        .event())
                .isEqualTo(new SourceRecorded("s2", "KCNA", "agency", Reliability.D, null));
        assertThat(bench.recordedBy(bench.form("an2", "/indicators")
                                .with("statement", "Troops leave")
                                .with("speaksFor", "hedge")
                                .send())
                        .event())
                .isEqualTo(new IndicatorRecorded("k1", "Troops leave", "hedge", null));
    }

    @Test
    void a_comment_is_made_about_a_thing_and_answered() {
        var comment = bench.recordedBy(bench.form("reviewer", "/comment?about=evidence:e1", "/comment")
                .with("text", "Who says so?")
                .send());
        assertThat(comment.event()).isEqualTo(new CommentMade("Who says so?", new About("e1", null, null, null), null));

        String reply = "/comment?replyTo=" + comment.revision();
        assertThat(Bench.browser("an2").get(bench.address(reply)).html().text()).contains("Who says so?");
        assertThat(bench.recordedBy(bench.form("reviewer", reply, "/comment")
                                .with("text", "Lankov does.")
                                .send())
                        .event())
                .isEqualTo(new CommentMade("Lankov does.", null, comment.revision()));
    }

    @Test
    void a_review_is_asked_for_and_signed_with_the_password() {
        assertThat(bench.recordedBy(bench.form("an2", "/review-request")
                                .with("reviewers", "reviewer")
                                .send())
                        .event())
                .isInstanceOfSatisfying(
                        ReviewRequested.class,
                        asked -> assertThat(asked.reviewers()).isEqualTo(List.of("reviewer")));

        var form = bench.form("reviewer", "/review")
                .with("reviewed", "3")
                .with("verdict", "APPROVED")
                .with("text", "Sound")
                .with("password", "wrong");
        int before = bench.log().size();
        var page = form.send().expect(400);
        assertThat(Bench.wrongAt(page, "password")).isNotEmpty();
        assertThat(page.body()).doesNotContain("value=\"wrong\"");
        assertThat(bench.log()).hasSize(before);

        var given = bench.recordedBy(form.with("password", TestServer.PASSWORD).send());
        assertThat(given.event()).isInstanceOfSatisfying(ReviewGiven.class, review -> {
            assertThat(review.revision()).isEqualTo(3);
            assertThat(review.knownBy()).isEqualTo(KnownBy.PASSWORD_AGAIN);
            assertThat(review.digest()).hasSize(64);
        });
    }

    @Test
    void the_review_form_names_the_open_request_and_begins_with_its_revision() {
        assertThat(review().select("#asked").text()).contains("No request for your review is open");
        bench.form("an2", "/review-request")
                .with("reviewed", "4")
                .with("reviewers", "reviewer")
                .with("text", "Is e1 fair?")
                .send()
                .expect(302);

        var page = review();
        assertThat(page.select("#asked").text()).contains("an2 asked you to review revision 4", "Is e1 fair?");
        assertThat(page.select("#asked a").attr("href")).isEqualTo(bench.address("?asOf=r4"));
        assertThat(page.select("#f-reviewed").attr("value")).isEqualTo("4");

        bench.form("reviewer", "/review")
                .with("verdict", "APPROVED")
                .with("text", "Fair.")
                .with("password", TestServer.PASSWORD)
                .send()
                .expect(302);
        assertThat(review().select("#asked").text()).contains("No request for your review is open");
        assertThat(review().select("#f-reviewed").attr("value"))
                .isEqualTo(Integer.toString(bench.log().size()));
    }

    private Document review() {
        return Bench.browser("reviewer").get(bench.address("/review")).html();
    }

    @Test
    void whoever_takes_themselves_away_is_asked_first_and_led_to_what_they_may_still_see() {
        member("outsider", "OWNER").expect(302);
        var browser = Bench.browser("an1");
        var settings = browser.get(bench.address("/settings"));
        assertThat(settings.html().select("#members input[name=confirm]")).hasSize(1);
        var form = FilledForm.on(browser, settings, bench.address("/settings/members"), "remove");

        var page = form.send().expect(400);
        assertThat(page.html().select("#members #wrong a[href=#f-member--confirm]"))
                .hasSize(1);
        assertThat(roleOf("an1")).isEqualTo(Role.OWNER);

        assertThat(form.with("confirm", "yes").send().expect(302).header("Location"))
                .endsWith("/");
        browser.get(bench.address("/settings")).expect(404);
    }

    @Test
    void a_role_that_counts_for_less_is_refused_at_the_user() {
        var page = member("reader", "OWNER").expect(409);

        assertThat(Bench.wrongAt(page, "member--user")).contains("can only be READER here");
        assertThat(page.html().select("#members #wrong a[href=#f-member--user]"))
                .hasSize(1);
        assertThat(roleOf("reader")).isEqualTo(Role.READER);
    }

    @Test
    void a_review_is_outdated_by_what_bears_on_content_and_not_by_talk() {
        bench.form("reviewer", "/review")
                .with("verdict", "APPROVED")
                .with("text", "Sound")
                .with("password", TestServer.PASSWORD)
                .send()
                .expect(302);
        bench.form("reviewer", "/comment").with("text", "Well done.").send().expect(302);
        bench.form("an2", "/review-request")
                .with("reviewers", "reviewer")
                .send()
                .expect(302);
        assertThat(said()).contains("approved nothing changed since");

        bench.rate("an2", "e1", "hedge", Rating.C);

        assertThat(said()).contains("approved one change since");
    }

    @Test
    void whoever_signs_without_a_password_is_asked_to_type_it() {
        var page = bench.form("reviewer", "/review")
                .with("verdict", "APPROVED")
                .with("text", "Sound")
                .send()
                .expect(400);

        assertThat(Bench.wrongAt(page, "password")).isEqualTo("Type your password.");
    }

    @Test
    void an_assessment_is_resolved_and_reopened_for_a_reason() {
        var form =
                bench.form("an1", "/resolve").with("resolvedOn", "2025-06-01").with("basis", "The war is over.");
        assertThat(Bench.wrongAt(form.send().expect(400), "outcome")).contains("choose");
        var resolved = bench.recordedBy(form.with("outcome", "hedge").send());
        assertThat(resolved.event())
                .isInstanceOfSatisfying(
                        AssessmentResolved.class,
                        event -> assertThat(event.outcome()).isEqualTo("hedge"));

        var reopened = bench.recordedBy(
                bench.form("an1", "/resolve").with("reason", "too early").send());

        assertThat(reopened.kind()).isEqualTo("assessment-reopened");
    }

    @Test
    void interpretations_that_overlap_come_true_or_not_each_by_itself() {
        var overlapping = new Bench(Relation.OVERLAPPING, false);
        var page = Bench.browser("an1").get(overlapping.address("/resolve")).html();
        assertThat(page.select("input[type=radio][name=outcome]"))
                .as("a choice of the one that is true")
                .isEmpty();

        var recorded = overlapping.recordedBy(overlapping
                .form("an1", "/resolve")
                .with("outcome.deepening", "true")
                .with("outcome.hedge", "false")
                .with("resolvedOn", "2025-06-01")
                .with("basis", "Both could be seen.")
                .send());

        assertThat(recorded.event())
                .isInstanceOfSatisfying(
                        AssessmentResolved.class,
                        event -> assertThat(event.outcomes()).isEqualTo(Map.of("deepening", true, "hedge", false)));
    }

    @Test
    void settings_record_what_was_changed_alone_and_say_which_range_is_kept() {
        var page = bench.form("an1", "/settings").with("rho", "2").send().expect(400);
        assertThat(Bench.wrongAt(page, "rho")).contains("from 0 to 1");

        var recorded = bench.recordedBy(
                bench.form("an1", "/settings").with("rho", "0.3").send());

        assertThat(recorded.event()).isEqualTo(new PolicyChanged(new PolicyChange(0.3, null, null, null, null)));
    }

    @Test
    void members_are_made_and_taken_away_and_the_last_owner_stays() {
        member("an3", "ANALYST").expect(302);
        assertThat(roleOf("an3")).isEqualTo(Role.ANALYST);

        assertThat(Bench.wrongAt(member("an1", "READER").expect(409), "member--user"))
                .contains("last owner");
        assertThat(Bench.wrongAt(member("nobody", "READER").expect(404), "member--user"))
                .isEqualTo("There is no user nobody: check the name.");
        assertThat(roleOf("an1")).isEqualTo(Role.OWNER);
    }

    @Test
    void a_member_is_changed_for_a_reason_that_is_a_text_and_has_a_users_name() {
        for (String reason : List.of("\u0000", "a\u0007", "x".repeat(20_001))) {
            assertThat(Bench.wrongAt(member("an3", "ANALYST", reason).expect(400), "member--reason"))
                    .isNotEmpty();
        }
        for (String user : List.of("\u0000", "An3", "an3 ?")) {
            assertThat(Bench.wrongAt(member(user, "ANALYST").expect(400), "member--user"))
                    .contains("no user’s name");
        }

        assertThat(TestServer.shared().bean(Members.class).of(bench.key))
                .extracting(Members.Member::user)
                .doesNotContain("an3");
    }

    @Test
    void outsiders_learn_nothing_readers_may_not_and_owners_may() {
        var pages = List.of(
                "/new-evidence",
                "/evidence/e1/edit",
                "/rate",
                "/judge",
                "/interpretations",
                "/sources",
                "/indicators",
                "/comment",
                "/review-request",
                "/review",
                "/resolve",
                "/settings");
        var outsider = Bench.browser("outsider");
        var reader = Bench.browser("reader");
        for (String page : pages) {
            outsider.get(bench.address(page)).expect(404);
            reader.get(bench.address(page)).expect(403);
            outsider.form(bench.address(page), Map.of()).expect(404);
            reader.form(bench.address(page), Map.of()).expect(403);
        }
        assertThat(bench.log()).hasSize(6);
    }

    @Test
    void replies_stand_below_what_they_answer_and_a_mention_only_of_who_may_read() {
        long first = bench.recordedBy(bench.form("reviewer", "/comment?about=cell:e1/hedge", "/comment")
                        .with("text", "@an2 why C? Ask @outsider too")
                        .send())
                .revision();
        bench.form("an1", "/comment").with("text", "Another thread").send().expect(302);
        bench.form("an2", "/comment?replyTo=" + first, "/comment")
                .with("text", "Since <b>trade</b>, @reviewer")
                .send()
                .expect(302);

        var page = Bench.browser("an2").get(bench.address("")).html();
        var said = page.select("section[aria-labelledby=h-said] li");
        assertThat(said.eachText().get(0)).contains("commented on e1/hedge", "why C?", "Reply");
        assertThat(said.get(1).className()).isEqualTo("depth-1");
        assertThat(said.get(1).text()).contains("an2 replied", "newest", "Since <b>trade</b>, @reviewer");
        assertThat(said.get(2).text()).contains("Another thread");
        assertThat(page.select(".mention").eachText()).containsExactly("@an2", "@reviewer");
        assertThat(page.select(".mention.you").eachText()).containsExactly("@an2");
        assertThat(page.select("a[href$=#mentions]").text()).isEqualTo("You are mentioned once.");

        var team = Bench.browser("an2").get(bench.address("/team")).html();
        assertThat(team.select("section[aria-labelledby=mentions] li").text()).contains("why C?");
        var cell =
                Bench.browser("an2").get(bench.address("/evidence/e1")).html().select("#i-hedge");
        assertThat(cell.select(".threads li")).hasSize(2);
        assertThat(cell.select("h3 a").attr("href")).isEqualTo(bench.address("/comment?about=cell:e1/hedge"));
    }

    @Test
    void a_cell_that_is_talked_about_says_so_in_the_matrix_and_in_the_form_of_ratings() {
        long first = bench.recordedBy(bench.form("reviewer", "/comment?about=cell:e1/hedge", "/comment")
                        .with("text", "Why?")
                        .send())
                .revision();
        bench.form("an2", "/comment?replyTo=" + first, "/comment")
                .with("text", "Since trade")
                .send()
                .expect(302);
        bench.form("an2", "/comment?about=cell:e2/deepening", "/comment")
                .with("text", "Hm")
                .send()
                .expect(302);

        for (String page : List.of("/matrix", "", "/rate")) {
            var marks = Bench.browser("an2").get(bench.address(page)).html().select("a.talk");
            assertThat(marks.eachText()).containsExactlyInAnyOrder("2", "1");
            var mark = marks.select("[href$=/evidence/e1#i-hedge]");
            assertThat(mark.text()).isEqualTo("2");
            assertThat(mark.attr("aria-label")).isEqualTo("2 comments on e1 against hedge");
            assertThat(marks.select("[href$=/evidence/e2#i-deepening]").attr("aria-label"))
                    .isEqualTo("One comment on e2 against deepening");
        }
        assertThat(Bench.browser("an2")
                        .get(bench.address("/matrix?asOf=r" + first))
                        .html()
                        .select("a.talk")
                        .eachText())
                .containsExactly("1");
    }

    @Test
    void what_was_signed_says_who_when_and_what_of_and_the_digest_can_be_computed_anew() {
        long review = bench.recordedBy(bench.form("reviewer", "/review")
                        .with("verdict", "APPROVED")
                        .with("text", "Sound")
                        .with("password", TestServer.PASSWORD)
                        .send())
                .revision();
        var browser = Bench.browser("reader");
        String address = bench.address("/reviews/" + review);

        var page = browser.get(address).expect(200).html();
        assertThat(page.select("p.answer").text()).isEqualTo("reviewer approved the assessment as of revision 6.");
        assertThat(page.select("dl").text()).contains("their password, typed again", "Approved as of revision 6");
        assertThat(page.select("dl .digest").text()).hasSize(64);
        var checked = browser.get(address + "?check=digest").expect(200).html().select("#checked");
        assertThat(checked.text())
                .startsWith("The same")
                .endsWith(page.select("dl .digest").text());

        bench.rate("an2", "e1", "hedge", Rating.II);
        bench.rate("an2", "e1", "deepening", Rating.CC);

        assertThat(browser.get(address).html().select("p.answer").text()).contains("outdated by r");
        assertThat(browser.get(address + "?check=digest")
                        .html()
                        .select("#checked")
                        .text())
                .startsWith("The same");
        browser.get(bench.address("/reviews/1")).expect(404);
        Bench.browser("outsider").get(address).expect(404);
    }

    @Test
    void whoever_rated_finds_a_sentence_where_the_form_to_sign_would_be() {
        bench.rate("reviewer", "e1", "hedge", Rating.C);
        int rated = bench.log().size();

        var page = Bench.browser("reviewer")
                .get(bench.address("/review"))
                .expect(200)
                .html();
        assertThat(page.select("#barred").text()).contains("reviewer rated or judged up to revision " + rated);
        assertThat(page.select("form [name=password]")).isEmpty();

        var earlier = Bench.browser("reviewer")
                .get(bench.address("/review?revision=" + (rated - 1)))
                .html();
        assertThat(earlier.select("#barred")).isEmpty();
        assertThat(earlier.select("form [name=password]")).hasSize(1);
    }

    @Test
    void who_reviews_replays_to_the_revision_and_sees_what_changed_since_their_last_review() {
        assertThat(review().select("#look a").eachAttr("href"))
                .contains(bench.address("/replay?at=r6"), bench.address("?asOf=r6"));
        bench.form("reviewer", "/review")
                .with("verdict", "CHANGES_REQUESTED")
                .with("text", "Rate it")
                .with("password", TestServer.PASSWORD)
                .send()
                .expect(302);
        bench.rate("an2", "e1", "hedge", Rating.C);

        assertThat(review().select("#look a").eachAttr("href"))
                .contains(
                        bench.address("/replay?at=r8"),
                        bench.address("/compare?axis=recorded&from=r6&to=r8"),
                        bench.address("/reviews/7"));
        Bench.browser("reviewer")
                .get(bench.address("/compare?axis=recorded&from=r6&to=r8"))
                .expect(200);
        Bench.browser("reviewer").get(bench.address("/replay?at=r8")).expect(200);
    }

    private String said() {
        return Bench.browser("an2")
                .get(bench.address(""))
                .html()
                .select("section[aria-labelledby=h-said]")
                .text();
    }

    private TestServer.Reply member(String user, String role) {
        return member(user, role, "");
    }

    private TestServer.Reply member(String user, String role, String reason) {
        var browser = Bench.browser("an1");
        var page = browser.get(bench.address("/settings"));
        return FilledForm.on(browser, page, bench.address("/settings/members"), "put")
                .with("user", user)
                .with("role", role)
                .with("reason", reason)
                .send();
    }

    private Role roleOf(String user) {
        return TestServer.shared().bean(Members.class).of(bench.key).stream()
                .filter(member -> member.user().equals(user))
                .findFirst()
                .orElseThrow()
                .role();
    }
}
