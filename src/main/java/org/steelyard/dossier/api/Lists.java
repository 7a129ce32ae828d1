package org.steelyard.dossier.api;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.steelyard.dossier.Dossier;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.Revisions;

/** Parts of lists that are at hand whole, sorted by the position of their items. */
final class Lists {

    private Lists() {}

    /** The part of {@code all} that is asked for, as the answer at this point in time. */
    static <T> ResponseEntity<Page<T>> answer(
            Dossier dossier, Paging paging, Class<T> type, List<T> all, Function<T, String> position) {
        var after = paging.after();
        var rest = after == null
                ? all
                : all.stream()
                        .filter(item -> position.apply(item).compareTo(after) > 0)
                        .toList();
        return Revisions.answer(
                dossier.point().revision(), paging.page(type, rest, position).blinded(dossier.blinded()));
    }

    /** The position of what a revision recorded: such positions sort as their numbers do. */
    static String position(long revision) {
        return String.format("%019d", revision);
    }

    /**
     * The revision that a position names; 0 for the start.
     *
     * @throws org.steelyard.http.Problem 400 where it is a position in a list of another kind
     */
    static long revision(Paging paging) {
        var after = paging.after();
        if (after != null && !after.matches("\\d{19}")) {
            throw Paging.badCursor();
        }
        return after == null ? 0 : Long.parseLong(after);
    }

    /** The position of what stands in a cell: a blank sorts before all that a key may hold. */
    static String position(String... keys) {
        return String.join(" ", keys);
    }
}
