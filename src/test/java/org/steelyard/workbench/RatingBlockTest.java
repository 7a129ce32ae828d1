package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.steelyard.workbench.RatingBlock.Misfit;

/** Blocks from spreadsheets over a form of two items and two interpretations. */
class RatingBlockTest {
    private final Form form = form();

    private static Form form() {
        var fields = new LinkedMultiValueMap<String, String>();
        for (String cell : List.of("e2.hedge", "e2.deepening", "e1.hedge", "e1.deepening")) {
            fields.add("rating." + cell, "");
        }
        return Form.sent("work.rate", fields).with("rating.e1.hedge", "I");
    }

    private List<String> changes(String text, String at) {
        return RatingBlock.read(text, at, form).changes().stream()
                .map(change -> change.cell() + " " + change.from() + ">" + change.to())
                .toList();
    }

    @Test
    void a_block_is_laid_over_the_rows_as_they_are_shown() {
        assertThat(changes("1\tc\nii\t0", ""))
                .containsExactly("e2 × hedge >CC", "e2 × deepening >C", "e1 × hedge I>II", "e1 × deepening >NA");
    }

    @Test
    void it_begins_at_a_cell_and_what_falls_beside_is_told() {
        var block = RatingBlock.read("C;N\nI;II", "rating.e1.deepening", form);

        assertThat(block.changes()).hasSize(1);
        assertThat(block.misfits())
                .containsExactly(
                        new Misfit(1, 2, "N", true), new Misfit(2, 1, "I", true), new Misfit(2, 2, "II", true));
    }

    @Test
    void keys_are_recognised_in_any_order() {
        assertThat(changes(",Deepening,HEDGE\ne1,CC,\"II\"\nE2,,N", "rating.e1.deepening"))
                .containsExactly("e1 × deepening >CC", "e1 × hedge I>II", "e2 × hedge >N");
    }

    @Test
    void empty_leaves_and_a_dash_unrates_and_what_is_no_rating_is_told() {
        var block = RatingBlock.read("\tmaybe\n-\t", "", form);

        assertThat(block.changes()).extracting(RatingBlock.Change::cell).containsExactly("e1 × hedge");
        assertThat(block.misfits()).containsExactly(new Misfit(1, 2, "maybe", false));
        block.fillIn(form);
        assertThat(form.value("rating.e1.hedge")).isEmpty();
    }
}
