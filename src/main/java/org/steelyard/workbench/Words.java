package org.steelyard.workbench;

import java.util.List;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.Recorded;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;

/** Events in a few words. What a rating says is left out: whoever reads it may be about to rate the same row. */
@Component
final class Words {
    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    /** "an2 corrected evidence e12." */
    Sentence whoDidWhat(Recorded event) {
        return texts.sentence("work.did", event.stamp().author(), what(event));
    }

    /** The same with a link to its place in the log: "an2 corrected evidence e12. r62". */
    Sentence whoDidWhat(Recorded event, String log) {
        return whoDidWhat(event)
                .then(texts.sentence("stale.event", new Sentence.Name("r" + event.revision(), "by", log)));
    }

    /** "You corrected evidence e12.", "Recorded: 3 ratings.", "Recorded: 3 entries in the log." */
    String done(List<Recorded> events) {
        if (events.size() == 1) {
            return texts.text("work.done", what(events.getFirst()));
        }
        boolean ratings = events.stream().allMatch(event -> event.event() instanceof AssessmentEvent.OfCell);
        String count = Integer.toString(events.size());
        return texts.text(ratings ? "work.done.ratings" : "work.done.entries", count);
    }

    private String what(Recorded event) {
        String item = event.event().item();
        return texts.text("work.event." + event.kind(), item == null ? "" : item, detail(event.event()));
    }

    private static String detail(AssessmentEvent event) {
        return switch (event) {
            case AssessmentEvent.ReviewGiven review -> Long.toString(review.revision());
            case AssessmentEvent.ReviewRequested request -> Long.toString(request.revision());
            default -> "";
        };
    }
}
