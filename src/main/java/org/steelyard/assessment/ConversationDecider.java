package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;

/** Comments and reviews, which follow the order of recording alone, and requests for review. */
final class ConversationDecider {
    private ConversationDecider() {}

    static Dated comment(MakeComment c, Occasion occasion) {
        occasion.checks().statement("/text", c.text());
        About about = c.about();
        if (about != null) {
            checkOneThing(about, occasion.checks());
        }
        if (about != null && about.revision() != null) {
            checkRevision("/about/revision", about.revision(), occasion);
        }
        if (c.replyTo() != null) {
            checkRevision("/replyTo", c.replyTo(), occasion);
        }
        occasion.checked();
        if (about != null) {
            refuseUnknown(about, occasion);
        }
        if (c.replyTo() != null) {
            refuseReplyToOther(c.replyTo(), occasion);
        }
        return occasion.asRecorded(new CommentMade(c.text(), about, c.replyTo()));
    }

    private static void checkOneThing(About about, Checks checks) {
        long things = Stream.of(about.evidence(), about.interpretation(), about.cell(), about.revision())
                .filter(Objects::nonNull)
                .count();
        checks.require(
                things == 1,
                Rule.A_COMMENT_IS_ABOUT_ONE_THING,
                "/about",
                "names " + things + " things: name one evidence, interpretation, cell or revision, or leave it out");
        String cell = about.cell();
        checks.require(
                cell == null || (cell.indexOf('/') > 0 && cell.indexOf('/') == cell.lastIndexOf('/')),
                Rule.A_COMMENT_IS_ABOUT_ONE_THING,
                "/about/cell",
                "is no cell: write the keys of its evidence and its interpretation as e/i");
    }

    private static void refuseUnknown(About about, Occasion occasion) {
        var references = new ArrayList<Reference>();
        String cell = about.cell();
        String evidence = cell == null ? about.evidence() : cell.substring(0, cell.indexOf('/'));
        String interpretation = cell == null ? about.interpretation() : cell.substring(cell.indexOf('/') + 1);
        if (evidence != null) {
            references.add(occasion.standing()
                    .evidence(evidence, Reference.field(cell == null ? "/about/evidence" : "/about/cell")));
        }
        if (interpretation != null) {
            references.add(occasion.standing()
                    .interpretation(
                            interpretation, Reference.field(cell == null ? "/about/interpretation" : "/about/cell")));
        }
        occasion.standing(occasion.recordedAt()).stands(references);
        if (about.revision() != null) {
            refuseUnknownRevision("/about/revision", about.revision(), occasion);
        }
    }

    private static void refuseReplyToOther(long revision, Occasion occasion) {
        refuseUnknownRevision("/replyTo", revision, occasion);
        Recorded other = occasion.state().recorded(revision);
        if (other == null || !(other.event() instanceof CommentMade)) {
            throw Refused.by(
                    Rule.A_REPLY_IS_TO_A_COMMENT,
                    "/replyTo",
                    "Revision " + revision + " is no comment: name the revision of the comment that this answers.");
        }
    }

    static Dated requestReview(RequestReview c, Occasion occasion) {
        Checks checks = occasion.checks();
        checkRevision("/revision", c.revision(), occasion);
        checks.text("/text", c.text());
        checks.require(
                !c.reviewers().isEmpty(),
                Rule.A_REVIEW_IS_ASKED_OF_SOMEBODY,
                "/reviewers",
                "is empty: name at least one user");
        for (int i = 0; i < c.reviewers().size(); i++) {
            checks.userName("/reviewers/" + i, c.reviewers().get(i));
        }
        checks.listedOnce("/reviewers", c.reviewers());
        occasion.checked();
        refuseUnknownRevision("/revision", c.revision(), occasion);
        occasion.standing().needs();
        return occasion.since(new ReviewRequested(c.revision(), List.copyOf(c.reviewers()), c.text()));
    }

    static Dated review(GiveReview c, Occasion occasion) {
        checkRevision("/revision", c.revision(), occasion);
        occasion.checks().statement("/text", c.text());
        occasion.checked();
        refuseUnknownRevision("/revision", c.revision(), occasion);
        for (Recorded recorded : occasion.state().events()) {
            if (recorded.revision() <= c.revision() && isView(recorded) && isBy(occasion.author(), recorded.stamp())) {
                throw Refused.by(
                        Rule.A_REVIEWER_NEITHER_RATED_NOR_JUDGED,
                        occasion.author() + " rated or judged up to revision " + c.revision() + " (in revision "
                                + recorded.revision() + "): ask somebody else for the review.");
            }
        }
        return occasion.asRecorded(new ReviewGiven(c.revision(), c.verdict(), c.text(), c.digest(), c.knownBy()));
    }

    private static boolean isView(Recorded recorded) {
        return recorded.event() instanceof EvidenceRated || recorded.event() instanceof JudgmentRecorded;
    }

    private static boolean isBy(String user, Stamp stamp) {
        return stamp.author().equals(user) || stamp.actor().equals(user);
    }

    private static void checkRevision(String pointer, long revision, Occasion occasion) {
        occasion.checks()
                .require(revision >= 1, Rule.REVISIONS_START_AT_1, pointer, "is no revision: name one from 1 on");
    }

    private static void refuseUnknownRevision(String pointer, long revision, Occasion occasion) {
        if (revision > occasion.state().revision()) {
            throw Refused.by(
                    Rule.REVISIONS_REFERRED_TO_EXIST,
                    pointer,
                    "There is no revision " + revision + " yet: name one up to "
                            + occasion.state().revision() + ".");
        }
    }
}
