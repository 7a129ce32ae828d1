package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Relevance;
import org.steelyard.dossier.web.MatrixTable.Column;
import org.steelyard.dossier.web.MatrixTable.Order;
import org.steelyard.dossier.web.MatrixTable.Row;

class MatrixTableTest {
    private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void a_page_holds_only_the_rows_whose_cells_come_together_to_no_more_than_it_may() {
        var rows = Stream.of("e1", "e2", "e3").map(MatrixTableTest::row).toList();
        var columns = Stream.of("h1", "h2").map(MatrixTableTest::column).toList();
        var matrix = new MatrixTable(columns, rows, List.of(), null, Order.KEY);

        assertThat(matrix.first(6)).isEqualTo(rows);
        assertThat(matrix.first(5)).isEqualTo(rows.subList(0, 2));
        assertThat(matrix.first(1)).isEqualTo(rows.subList(0, 1));
    }

    private static Column column(String key) {
        return new Column(key, "", key, new Reading(key, 0, 0, 0, 0, null, null));
    }

    private static Row row(String key) {
        var item = new EvidenceView(
                key, "claim", "s", 3, Relevance.M, EvidenceKind.REPORT, null, null, null, null, null, DAY, 1, DAY);
        return new Row(item, "", "s", "C3", false, 1.0, null, 1, "o", false, List.of());
    }
}
