package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.Mention;

/** {@code @user} in a comment: a mention where that user may read the assessment today, else text like any other. */
@Component
class Mentions {
    /** More names than these are not looked up for one page: the rest stays text. */
    private static final int MOST_NAMES = 200;

    private final Access access;

    Mentions(Access access) {
        this.access = access;
    }

    /**
     * A stretch of a comment.
     *
     * @param user who is mentioned in it; empty for plain text
     * @param reader whether that is who reads the page
     */
    record Part(String text, String user, boolean reader) {}

    /** The comments of one page. */
    Reading in(String assessment) {
        return new Reading(assessment);
    }

    final class Reading {
        private final String assessment;
        private final String reader = access.user();
        private final Map<String, Boolean> known = new HashMap<>();

        private Reading(String assessment) {
            this.assessment = assessment;
        }

        /** The text in parts, mentions apart. */
        List<Part> parts(String text) {
            var parts = new ArrayList<Part>();
            var name = Mention.PATTERN.matcher(text);
            int from = 0;
            while (name.find()) {
                String user = name.group(1);
                if (mayRead(user)) {
                    parts.add(new Part(text.substring(from, name.start()), "", false));
                    parts.add(new Part(name.group(), user, user.equals(reader)));
                    from = name.end();
                }
            }
            parts.add(new Part(text.substring(from), "", false));
            parts.removeIf(part -> part.text().isEmpty());
            return parts;
        }

        private boolean mayRead(String user) {
            if (known.size() >= MOST_NAMES && !known.containsKey(user)) {
                return false;
            }
            return known.computeIfAbsent(user, name -> access.may(name, Right.READ, assessment));
        }
    }
}
