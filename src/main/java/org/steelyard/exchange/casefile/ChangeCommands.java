package org.steelyard.exchange.casefile;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.ChangeIndicator;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.CorrectSource;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.ReinstateInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentCommand.ReviseAssessment;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawJudgment;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.balance.Relevance;

/** What a change of a case file asks for. */
final class ChangeCommands {

    private ChangeCommands() {}

    /** @param set the fields it sets; without any where it sets none */
    static AssessmentCommand of(Change change, Fields entry, Fields set) {
        return of(change, requireNonNullElse(entry.text("on"), ""), entry, set);
    }

    private static AssessmentCommand of(Change change, String on, Fields entry, Fields set) {
        return switch (change) {
            case RETRACT_EVIDENCE -> new RetractEvidence(on);
            case REINSTATE_EVIDENCE -> new ReinstateEvidence(on);
            case CORRECT_EVIDENCE -> correctEvidence(on, set, change.settable());
            case CORRECT_SOURCE -> correctSource(on, set, change.settable());
            case REVISE_INTERPRETATION -> reviseInterpretation(on, set, change.settable());
            case WITHDRAW_INTERPRETATION -> new WithdrawInterpretation(on);
            case REINSTATE_INTERPRETATION -> new ReinstateInterpretation(on);
            case WITHDRAW_RATING -> withdrawRating(entry, on);
            case WITHDRAW_JUDGMENT -> new WithdrawJudgment();
            case REVISE_ASSESSMENT -> reviseAssessment(set, change.settable());
            case SET_INDICATOR -> changeIndicator(on, set, change.settable());
            case COMMENT -> new MakeComment(set.requiredText("text"), about(set), set.integer("replyTo"));
            case REQUEST_REVIEW -> requestReview(set);
            case REVIEW -> giveReview(set);
            case RESOLVE -> Commands.resolution(set);
            case REOPEN -> new ReopenAssessment();
        };
    }

    private static CorrectEvidence correctEvidence(String on, Fields set, Set<String> settable) {
        return new CorrectEvidence(
                on,
                set.text("claim"),
                set.text("source"),
                set.smallInteger("credibility"),
                set.oneOf("relevance", Relevance.class),
                set.oneOf("kind", EvidenceKind.class),
                set.text("origin"),
                set.text("occurredOn"),
                set.text("publishedOn"),
                Commands.link(set),
                Commands.marking(set),
                Commands.cleared(set, settable, "origin", "occurredOn", "publishedOn", "link", "marking"));
    }

    private static CorrectSource correctSource(String on, Fields set, Set<String> settable) {
        return new CorrectSource(
                on,
                set.text("name"),
                set.text("kind"),
                Commands.reliability(set),
                set.text("origin"),
                Commands.cleared(set, settable, "origin"));
    }

    private static ReviseInterpretation reviseInterpretation(String on, Fields set, Set<String> settable) {
        return new ReviseInterpretation(
                on,
                set.text("statement"),
                set.text("holder"),
                set.text("discriminator"),
                Commands.cleared(set, settable, "holder", "discriminator"));
    }

    private static ChangeIndicator changeIndicator(String on, Fields set, Set<String> settable) {
        return new ChangeIndicator(
                on,
                set.text("statement"),
                set.text("speaksFor"),
                set.date("deadline"),
                set.oneOf("status", IndicatorStatus.class),
                Commands.cleared(set, settable, "deadline"));
    }

    private static RequestReview requestReview(Fields set) {
        return new RequestReview(
                set.required("revision", set.integer("revision"), 1L),
                set.required("reviewers", set.texts("reviewers"), List.of()),
                set.text("text"));
    }

    /** Its digest is that of what the importing log holds, and not the file's to say. */
    private static GiveReview giveReview(Fields set) {
        return new GiveReview(
                set.required("revision", set.integer("revision"), 1L),
                set.required("verdict", set.oneOf("verdict", Verdict.class), Verdict.APPROVED),
                set.requiredText("text"),
                "",
                KnownBy.TOKEN);
    }

    private static ReviseAssessment reviseAssessment(Fields set, Set<String> settable) {
        return new ReviseAssessment(
                set.text("title"),
                set.text("question"),
                set.date("horizon"),
                set.texts("tags"),
                Commands.marking(set),
                Commands.policy(set),
                set.bool("blind"),
                set.bool("archived"),
                Commands.cleared(set, settable, "horizon", "tags"));
    }

    private static WithdrawRating withdrawRating(Fields entry, String on) {
        int slash = on.indexOf('/');
        if (slash < 0) {
            entry.complain("on", "a cell (evidence/interpretation) belongs here, not " + Quoted.of(on));
            return new WithdrawRating(on, "");
        }
        return new WithdrawRating(on.substring(0, slash), on.substring(slash + 1));
    }

    private static @Nullable About about(Fields set) {
        var about = set.object("about", Set.of("evidence", "interpretation", "cell", "revision"));
        return about == null
                ? null
                : new About(
                        about.text("evidence"),
                        about.text("interpretation"),
                        about.text("cell"),
                        about.integer("revision"));
    }
}
