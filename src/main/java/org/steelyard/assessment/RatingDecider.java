package org.steelyard.assessment;

import java.util.Objects;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentEvent.Seen;
import org.steelyard.balance.At;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Versions;

/** Ratings: given and withdrawn. */
final class RatingDecider {
    private RatingDecider() {}

    static Dated rate(RateEvidence c, Occasion occasion) {
        occasion.checks().text("/rationale", c.rationale());
        occasion.checked();
        occasion.standing()
                .needs(
                        occasion.standing().evidence(c.evidence(), Reference.PATH),
                        occasion.standing().interpretation(c.interpretation(), Reference.PATH));
        return occasion.since(
                new EvidenceRated(c.evidence(), c.interpretation(), c.rating(), c.rationale(), seen(c, occasion)));
    }

    static Dated withdraw(WithdrawRating c, Occasion occasion) {
        occasion.checked();
        occasion.standing().evidence(c.evidence(), Reference.PATH);
        occasion.standing().interpretation(c.interpretation(), Reference.PATH);
        Versions<Rating> own = item(c.evidence(), occasion).ratings(c.interpretation(), occasion.author());
        var rating = new Reference(
                "A rating of " + c.evidence() + "/" + c.interpretation() + " by " + occasion.author(), own);
        occasion.standing().takeOutOfForce(rating);
        return occasion.since(new RatingWithdrawn(c.evidence(), c.interpretation()));
    }

    /**
     * What the author had been shown when the rating was recorded, by the rules of blind mode: without it everything; with
     * it others' ratings of a row once the author has rated in it, and the readings once the author has judged. What was recorded
     * while nothing was kept, before blind mode was on or the question reopened, everybody could see. Of cells that are rated at once
     * none shows the others.
     */
    private static Seen seen(RateEvidence c, Occasion occasion) {
        AssessmentState state = occasion.state();
        String author = occasion.author();
        Evidence row = item(c.evidence(), occasion);
        At shown = occasion.shown();
        At open = new At(state.chronicle().openness.upTo(shown.revision()), At.LATEST);
        At ofRow = Blinders.hasRated(author, row, shown) ? shown : open;
        boolean others = row.voices().stream()
                .filter(voice -> voice.interpretation().equals(c.interpretation()))
                .anyMatch(voice ->
                        !voice.author().equals(author) && voice.ratings().startedBy(ofRow));
        boolean readings = !state.bindsRaters()
                || Blinders.hasJudged(state, author, shown)
                || state.analysts(open).stream().anyMatch(analyst -> !analyst.equals(author));
        return new Seen(others, readings);
    }

    private static Evidence item(String key, Occasion occasion) {
        return Objects.requireNonNull(occasion.chronicle().evidence.get(key), key);
    }
}
