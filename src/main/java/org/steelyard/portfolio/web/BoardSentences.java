package org.steelyard.portfolio.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;

/** What the board says of itself in a sentence. */
@Component
class BoardSentences {
    private final Texts texts;

    BoardSentences(Texts texts) {
        this.texts = texts;
    }

    /** How many there are, in how many the readings agree or conflict, and in how many somebody should judge again. */
    Sentence answer(List<BoardLine> lines) {
        if (lines.isEmpty()) {
            return Sentence.EMPTY;
        }
        long agree = count(lines, Agreement.AGREE);
        long conflict = count(lines, Agreement.CONFLICT);
        long stale = lines.stream().filter(line -> line.row().stale() > 0).count();
        var counted = texts.sentence(
                lines.size() == 1 ? "board.answer.one" : "board.answer.more",
                Integer.toString(lines.size()),
                Long.toString(agree),
                Long.toString(conflict));
        return counted.then(
                stale == 0
                        ? texts.sentence("board.answer.fresh")
                        : texts.sentence(
                                stale == 1 ? "board.answer.stale.one" : "board.answer.stale.more",
                                Long.toString(stale)));
    }

    private static long count(List<BoardLine> lines, Agreement agreement) {
        return lines.stream()
                .filter(line -> line.row().agreement() == agreement)
                .count();
    }
}
