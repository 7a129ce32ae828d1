package org.steelyard.workbench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.RatingView;

/**
 * The matrix as one analyst fills it: rows that they have not rated first, then those that were reworded since. What others
 * said of a row stands there once they have rated in it, so that nobody is led by it.
 */
record RatingSheet(List<InterpretationView> interpretations, List<Row> rows) {

    /** {@code others}: their ratings of this row; empty while the analyst has rated nothing in it. */
    record Row(EvidenceView evidence, String grade, List<Cell> cells, List<RatingView> others) {
        public long unrated() {
            return cells.stream().filter(cell -> cell.own() == null).count();
        }

        public boolean isOvertaken() {
            return cells.stream().anyMatch(Cell::isOvertaken);
        }

        /** The events that reworded what the analyst had rated, oldest first. */
        public SortedSet<Long> overtakenBy() {
            var events = new TreeSet<Long>();
            for (Cell cell : cells) {
                Long event = cell.own() == null ? null : cell.own().overtakenBy();
                if (event != null) {
                    events.add(event);
                }
            }
            return events;
        }
    }

    /** {@code own}: the analyst's rating; null where there is none. */
    record Cell(
            String evidence,
            String interpretation,
            @Nullable RatingView own) {

        public String ratingField() {
            return "rating." + evidence + "." + interpretation;
        }

        public String whyField() {
            return whyField(ratingField());
        }

        /** The field for the reason of the rating that stands in this field. */
        static String whyField(String ratingField) {
            return ratingField.replaceFirst("^rating", "why");
        }

        public boolean isOvertaken() {
            return own != null && own.overtakenBy() != null;
        }

        /** What the form holds for this cell: what was chosen, else what stands. */
        public String chosen(Form form) {
            if (form.names().contains(ratingField())) {
                return form.value(ratingField());
            }
            return standing();
        }

        /** The code of the rating that is recorded; empty where none is. */
        public String standing() {
            return own == null ? "" : own.rating().name();
        }
    }

    /** In which order the rows stand. */
    enum Order {
        /** Those that wait first, then the newest. */
        WAITING,
        /** Those that wait first, and each rater has an order of their own, so that not all tire on the same rows. */
        SHUFFLED,
        /** By the date since when each holds, the oldest first. */
        DATE,
        KEY;

        /**
         * Those that are offered to a rater, the usual one first. Who works blind has rows shuffled until no row waits for them: by
         * date they would tell the same story to all.
         */
        static List<Order> offered(Desk desk) {
            if (!desk.state().bindsRaters()) {
                return List.of(WAITING, DATE, KEY, SHUFFLED);
            }
            return RatingSheet.of(desk, KEY).unratedRows() > 0
                    ? List.of(SHUFFLED, KEY)
                    : List.of(SHUFFLED, WAITING, DATE, KEY);
        }

        /** As the address names it; the usual one where it names none that is offered. */
        static Order of(@Nullable String word, List<Order> offered) {
            return offered.stream()
                    .filter(order -> order.word().equals(word))
                    .findFirst()
                    .orElse(offered.getFirst());
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Comparator<Row> rows(Desk desk) {
            Comparator<Row> byKey = Comparator.comparing(row -> row.evidence().key());
            Comparator<Row> waiting =
                    Comparator.comparing((Row row) -> row.unrated() == 0).thenComparing(row -> !row.isOvertaken());
            Comparator<Row> byDate = Comparator.comparing(row -> row.evidence().effectiveAt());
            return switch (this) {
                case KEY -> byKey;
                case DATE -> byDate.thenComparing(byKey);
                case SHUFFLED -> waiting.thenComparing(row -> lot(desk, row)).thenComparing(byKey);
                case WAITING -> waiting.thenComparing(byDate.reversed()).thenComparing(byKey);
            };
        }

        /** Always the same for the same rater and row. */
        private static String lot(Desk desk, Row row) {
            String all = desk.key() + " " + desk.user() + " " + row.evidence().key();
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    static RatingSheet of(Desk desk, Order order) {
        AssessmentView view = desk.view();
        Map<String, List<RatingView>> byItem = new HashMap<>();
        view.ratings()
                .forEach(rating -> byItem.computeIfAbsent(rating.evidence(), key -> new ArrayList<>())
                        .add(rating));
        List<InterpretationView> interpretations = desk.interpretations();
        var rows = new ArrayList<Row>();
        for (EvidenceView item : view.evidence()) {
            rows.add(row(desk, interpretations, item, byItem.getOrDefault(item.key(), List.of())));
        }
        rows.sort(order.rows(desk));
        return new RatingSheet(interpretations, rows);
    }

    private static Row row(
            Desk desk, List<InterpretationView> interpretations, EvidenceView item, List<RatingView> ratings) {
        var cells = new ArrayList<Cell>();
        for (InterpretationView interpretation : interpretations) {
            RatingView own = ratings.stream()
                    .filter(rating -> rating.analyst().equals(desk.user()))
                    .filter(rating -> rating.interpretation().equals(interpretation.key()))
                    .findFirst()
                    .orElse(null);
            cells.add(new Cell(item.key(), interpretation.key(), own));
        }
        boolean rated = cells.stream().map(Cell::own).anyMatch(Objects::nonNull);
        List<RatingView> others = ratings.stream()
                .filter(rating -> rated && !rating.analyst().equals(desk.user()))
                .toList();
        var source = desk.sources().get(item.source());
        String reliability = source == null ? "?" : source.reliability().name();
        return new Row(item, reliability + item.credibility(), cells, others);
    }

    /** Of each field for a rating the code of the one that is recorded; empty where none is. */
    Map<String, String> standing() {
        var standing = new HashMap<String, String>();
        rows.forEach(row -> row.cells().forEach(cell -> standing.put(cell.ratingField(), cell.standing())));
        return standing;
    }

    /** The rows of which no more than so many cells come together, or the first row alone. */
    List<Row> first(int mostCells) {
        int most = Math.max(1, mostCells / Math.max(1, interpretations.size()));
        return rows.subList(0, Math.min(most, rows.size()));
    }

    /** Whether there is no cell to rate. */
    public boolean isEmpty() {
        return rows.isEmpty() || interpretations.isEmpty();
    }

    /** The ending of the message that says what is missing. */
    public String missing() {
        if (rows.isEmpty()) {
            return interpretations.isEmpty() ? "" : ".evidence";
        }
        return ".interpretations";
    }

    /** The ending of the message that says how many rows wait. */
    public String waiting() {
        long rows = unratedRows();
        return rows == 0 ? ".all" : rows == 1 ? ".one" : "";
    }

    public long unratedRows() {
        return rows.stream().filter(row -> row.unrated() > 0).count();
    }

    public int cellCount() {
        return rows.size() * interpretations.size();
    }

    public long ratedCells() {
        return cellCount() - rows.stream().mapToLong(Row::unrated).sum();
    }
}
