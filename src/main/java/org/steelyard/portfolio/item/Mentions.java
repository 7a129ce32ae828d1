package org.steelyard.portfolio.item;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Mention;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.At;
import org.steelyard.portfolio.projection.Lives;
import org.steelyard.portfolio.projection.Rows;

/** Who was mentioned where: a row for each user named in what somebody said, by the user's name. What was said stays said. */
@Component
class Mentions implements ItemRows<MentionStanding> {
    static final String NAME = "mentions";

    /** Names in one text beyond these are not kept. */
    private static final int MOST_NAMES = 200;

    private static final int BEFORE = 120;
    private static final int EXCERPT = 300;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MentionStanding read(String data) {
        return JSON.readValue(data, MentionStanding.class);
    }

    @Override
    public void write(Advance advance, Rows rows) {
        AssessmentState state = advance.state();
        for (long revision = advance.after() + 1; revision <= state.revision(); revision++) {
            Recorded event = state.recorded(revision);
            Said said = event == null ? null : Said.of(event);
            if (event != null && said != null) {
                for (String user : Mention.names(said.text(), MOST_NAMES)) {
                    var mention = new MentionStanding(
                            event.kind(),
                            event.stamp().author(),
                            said.about(),
                            said.replyTo(),
                            excerpt(said.text(), said.text().indexOf("@" + user)));
                    rows.add(
                            INSERT,
                            NAME,
                            advance.generation(),
                            state.key(),
                            user,
                            revision,
                            At.micros(event.stamp().recordedAt()),
                            Lives.OPEN,
                            JSON.writeValueAsString(mention));
                }
            }
        }
    }

    /** What people say to each other. */
    private record Said(
            String text, @Nullable String about, @Nullable Long replyTo) {
        static @Nullable Said of(Recorded event) {
            return switch (event.event()) {
                case CommentMade comment -> new Said(comment.text(), about(comment.about()), comment.replyTo());
                case ReviewRequested request ->
                    request.text() == null ? null : new Said(request.text(), "r" + request.revision(), null);
                case ReviewGiven review -> new Said(review.text(), "r" + review.revision(), null);
                default -> null;
            };
        }

        private static @Nullable String about(@Nullable About about) {
            if (about == null) {
                return null;
            }
            return about.revision() == null ? about.item() : "r" + about.revision();
        }
    }

    /** The text around a place, whole where it is short; no character is cut in two. */
    static String excerpt(String text, int at) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int from = Math.max(0, Math.min(at - BEFORE, text.length() - EXCERPT));
        int to = from + EXCERPT;
        from += from > 0 && Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
        to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
