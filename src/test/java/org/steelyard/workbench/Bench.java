package org.steelyard.workbench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Submission;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/**
 * An assessment on the real server: {@code deepening} against {@code hedge}, one source {@code s1}, evidence {@code e1} and
 * {@code e2}, all since the first of January 2025; owner an1, analyst an2, a reviewer, a reader.
 */
final class Bench {
    static final Instant SINCE = Instant.parse("2025-01-01T00:00:00Z");

    private static final TestServer SERVER = TestServer.shared();
    private static final Map<String, Client> BROWSERS = new ConcurrentHashMap<>();

    final String key = TestServer.newKey();

    Bench() {
        this(Relation.EXCLUSIVE, false);
    }

    Bench(Relation relation, boolean blind) {
        record(
                "an1",
                new OpenAssessment(
                        key,
                        "Durability",
                        "Will the alliance outlast the war?",
                        relation,
                        null,
                        Marking.AMBER,
                        List.of("war"),
                        PolicyChange.NONE,
                        blind),
                new ProposeInterpretation("deepening", "A lasting pillar", null, null),
                new ProposeInterpretation("hedge", "It moves on when the war ends", "scholars", null),
                new RecordSource("s1", "Lankov", "scholar", Reliability.B, null),
                evidence("e1", "There is little to trade"),
                evidence("e2", "Missiles were delivered"));
        var members = SERVER.bean(Members.class);
        members.add(key, "an1", Role.OWNER, "an1", SINCE);
        members.add(key, "an2", Role.ANALYST, "an1", SINCE);
        members.add(key, "reviewer", Role.REVIEWER, "an1", SINCE);
        members.add(key, "reader", Role.READER, "an1", SINCE);
    }

    private static AssessmentCommand evidence(String key, String claim) {
        return new RecordEvidence(key, claim, "s1", 2, Relevance.M, EvidenceKind.REPORT, null, null, null, null, null);
    }

    /** Somebody records this, aside from any page. */
    void record(String user, AssessmentCommand... commands) {
        List<Submission> submissions = Stream.of(commands)
                .map(command -> Submission.of(command, user).because("as told").effective(SINCE))
                .toList();
        SERVER.bean(Assessments.class).record(key, submissions, null);
    }

    void rate(String user, String evidence, String interpretation, Rating rating) {
        record(user, new RateEvidence(evidence, interpretation, rating, null));
    }

    /** A browser in which this user is signed in: once for all tests, since to hash a password takes its time by design. */
    static Client browser(String user) {
        return BROWSERS.computeIfAbsent(user, SERVER::browser);
    }

    String address(String below) {
        return "/a/" + key + below;
    }

    FilledForm form(String user, String below) {
        return FilledForm.at(browser(user), address(below));
    }

    /** The form that is sent to an address, on another page. */
    FilledForm form(String user, String page, String action) {
        Client browser = browser(user);
        return FilledForm.on(browser, browser.get(address(page)).expect(200), address(action));
    }

    static List<Recorded> log(String key) {
        return SERVER.bean(AssessmentLog.class).read(key, 0);
    }

    List<Recorded> log() {
        return log(key);
    }

    /** The newest event, which this page led to. */
    Recorded recordedBy(Reply reply) {
        reply.expect(302);
        return log().getLast();
    }

    /** What the page says at this field. */
    static String wrongAt(Reply page, String field) {
        var wrong = page.html().getElementById("f-" + field + "-wrong");
        return wrong == null ? "" : wrong.text();
    }
}
