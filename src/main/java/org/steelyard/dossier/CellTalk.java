package org.steelyard.dossier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.AssessmentView.CommentView;

/** What is said about each cell of the matrix. */
public final class CellTalk {
    private CellTalk() {}

    /** How many comments stand in the threads of each cell ("e1/hedge") that has any, answers among them. */
    public static Map<String, Integer> of(AssessmentView view) {
        Map<Long, String> cells = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        List<CommentView> oldestFirst = view.comments().stream()
                .sorted(Comparator.comparingLong(CommentView::revision))
                .toList();
        for (CommentView comment : oldestFirst) {
            String cell = cell(comment, cells);
            if (cell != null) {
                cells.put(comment.revision(), cell);
                counts.merge(cell, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** An answer belongs where the thread began. */
    private static @Nullable String cell(CommentView comment, Map<Long, String> cells) {
        if (comment.replyTo() != null) {
            return cells.get(comment.replyTo());
        }
        return comment.about() == null ? null : comment.about().cell();
    }
}
