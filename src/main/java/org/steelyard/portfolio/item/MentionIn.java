package org.steelyard.portfolio.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;

/** A mention over all assessments, in the event of this revision: see {@link MentionStanding}. */
public record MentionIn(
        String assessment,
        long revision,
        Instant recordedAt,
        String kind,
        String author,
        @Nullable String about,
        @Nullable Long replyTo,
        String excerpt) {

    static MentionIn of(ReadableItems.Entry<MentionStanding> entry) {
        MentionStanding mention = entry.thing();
        return new MentionIn(
                entry.assessment(),
                entry.revision(),
                entry.since(),
                mention.kind(),
                mention.author(),
                mention.about(),
                mention.replyTo(),
                mention.excerpt());
    }

    /** Where it stands in lists: the newest first. */
    public String position() {
        return "%019d %s %019d"
                .formatted(Long.MAX_VALUE - At.micros(recordedAt), assessment, Long.MAX_VALUE - revision);
    }
}
