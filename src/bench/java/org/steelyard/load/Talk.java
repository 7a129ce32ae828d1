package org.steelyard.load;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.ChangeIndicator;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.Verdict;

/** What is said about the work: comments and answers, reviews asked for and given; and the indicators that are watched. */
final class Talk {
    private final Case open;
    private final Matter matter;
    private final Dice dice;
    private int indicators;

    Talk(Case open, Matter matter) {
        this.open = open;
        this.matter = matter;
        dice = open.dice;
    }

    void begin() {
        for (int i = open.shape.events() < 40 ? dice.between(0, 1) : dice.between(0, 4); i > 0; i--) {
            open.later(Dice.days(dice.between(0.02, 0.6) * open.shape.days()), this::watch);
        }
        if (open.shape.events() >= 80) {
            open.later(Dice.days(open.shape.days() * dice.between(0.3, 0.5)), this::askForReview);
        }
    }

    void itemArrived(String item) {
        if (dice.chance(0.25)) {
            open.later(dice.pause(3), () -> comment(item));
        }
    }

    private void comment(String item) {
        About about = switch (dice.share(40, 20, 15, 15, 10)) {
            case 0 -> new About(item, null, null, null);
            case 1 -> new About(null, dice.any(matter.interpretations), null, null);
            case 2 -> new About(null, null, item + "/" + dice.any(matter.interpretations), null);
            case 3 -> new About(null, null, null, (long) dice.between(1, (int) open.revision()));
            default -> null;
        };
        say(about, null);
    }

    private void say(@Nullable About about, @Nullable Long replyTo) {
        boolean outside = dice.chance(0.15);
        String author = dice.any(outside ? open.shape.reviewers() : open.shape.analysts());
        if (open.record(new MakeComment(open.words.statement(5, 40), about, replyTo), author) && dice.chance(0.35)) {
            long said = open.revision();
            open.later(dice.pause(1.5), () -> say(null, said));
        }
    }

    private void watch() {
        if (matter.closed || matter.inForce.isEmpty()) {
            return;
        }
        String key = "k" + ++indicators;
        LocalDate deadline = dice.chance(0.8) ? today().plusDays(dice.between(15, 220)) : null;
        String statement = Words.capital(open.words.clause()) + ".";
        String speaksFor = dice.any(List.copyOf(matter.inForce));
        if (open.record(new RecordIndicator(key, statement, speaksFor, deadline), lead()) && dice.chance(0.4)) {
            open.later(dice.pause(60), () -> settle(key));
        }
    }

    private void settle(String key) {
        if (!matter.closed) {
            IndicatorStatus status = dice.chance(0.6) ? IndicatorStatus.OBSERVED : IndicatorStatus.LAPSED;
            open.record(
                    new ChangeIndicator(key, null, null, null, status, Set.of()),
                    lead(),
                    open.words.statement(6, 14),
                    null);
        }
    }

    /** About the newest revision, which is digested as it is now; again in a month. */
    private void askForReview() {
        if (matter.closed) {
            return;
        }
        long revision = open.revision();
        String digest = open.digestSoFar();
        var reviewers = dice.some(dice.between(1, open.shape.reviewers().size()), open.shape.reviewers());
        String text = dice.chance(0.5) ? open.words.statement(6, 16) : null;
        if (open.record(new RequestReview(revision, reviewers, text), lead())) {
            for (String reviewer : reviewers) {
                if (dice.chance(0.75)) {
                    open.later(dice.pause(6), () -> review(revision, digest, reviewer));
                }
            }
        }
        open.later(Dice.days(dice.between(25, 40)), this::askForReview);
    }

    private void review(long revision, String digest, String reviewer) {
        Verdict verdict = dice.chance(0.7) ? Verdict.APPROVED : Verdict.CHANGES_REQUESTED;
        KnownBy knownBy = dice.chance(0.8) ? KnownBy.PASSWORD_AGAIN : KnownBy.TOKEN;
        open.record(new GiveReview(revision, verdict, open.words.statement(8, 40), digest, knownBy), reviewer);
    }

    private LocalDate today() {
        return open.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private String lead() {
        return open.shape.analysts().getFirst();
    }
}
