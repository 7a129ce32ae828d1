package org.steelyard.dossier.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.balance.Balance.Disagreement;
import org.steelyard.balance.Balance.ItemLine;
import org.steelyard.balance.Situation;
import org.steelyard.dossier.CellTalk;
import org.steelyard.dossier.web.MatrixTable.CellView;
import org.steelyard.dossier.web.MatrixTable.Column;
import org.steelyard.dossier.web.MatrixTable.Order;
import org.steelyard.dossier.web.MatrixTable.Row;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** Makes the matrix of an assessment at its point. */
@Component
class MatrixTables {
    private final Texts texts;
    private final Wording say;

    MatrixTables(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** What the address asks of the matrix; whatever it does not name, or names wrongly, is as usual. */
    record Wish(Order order, @Nullable String whose) {
        static Wish of(@Nullable String order, @Nullable String whose, Shown shown) {
            Order wanted = Order.DIAGNOSTICITY;
            for (Order one : Order.values()) {
                wanted = one.word().equals(order) ? one : wanted;
            }
            boolean known = shown.balance().analysts().stream()
                    .anyMatch(analyst -> analyst.user().equals(whose));
            return new Wish(wanted, known ? whose : null);
        }
    }

    MatrixTable of(Shown shown, Wish wish) {
        return new Making(shown, wish).table();
    }

    private final class Making {
        private final Shown shown;
        private final Wish wish;
        private final Map<String, List<RatingView>> ratings;
        private final Map<String, ItemLine> lines;
        private final Map<String, SourceView> sources;
        private final Map<String, String> origins;
        private final Map<String, Long> echoes;
        private final Map<String, Integer> talk;

        Making(Shown shown, Wish wish) {
            this.shown = shown;
            this.wish = wish;
            this.ratings = shown.view().ratings().stream()
                    .filter(rating -> wish.whose() == null || rating.analyst().equals(wish.whose()))
                    .collect(groupingBy(RatingView::cell));
            this.talk = CellTalk.of(shown.view());
            this.lines = shown.balance().evidenceByKey();
            this.sources = shown.view().sources().stream().collect(toMap(SourceView::key, Function.identity()));
            this.origins =
                    shown.situation().items().stream().collect(toMap(Situation.Item::key, Situation.Item::origin));
            this.echoes = origins.values().stream().collect(groupingBy(Function.identity(), counting()));
        }

        MatrixTable table() {
            var columns = shown.interpretations().stream()
                    .map(i -> new Column(
                            i.key(),
                            shown.identity(i.key()).css(),
                            i.statement(),
                            Objects.requireNonNull(shown.balance().reading(i.key()))))
                    .toList();
            var rows = shown.view().evidence().stream()
                    .map(this::row)
                    .sorted(order(wish.order()))
                    .toList();
            var analysts = shown.balance().analysts().stream()
                    .map(analyst -> analyst.user())
                    .toList();
            return new MatrixTable(columns, rows, analysts, wish.whose(), wish.order());
        }

        private Row row(EvidenceView item) {
            ItemLine line = Objects.requireNonNull(lines.get(item.key()));
            SourceView source = Objects.requireNonNull(sources.get(item.source()));
            String origin = Objects.requireNonNull(origins.get(item.key()));
            var cells = shown.interpretations().stream()
                    .map(i -> cell(item, i.key(), line))
                    .toList();
            return new Row(
                    item,
                    shown.address().evidence(item.key()),
                    source.name(),
                    source.reliability().name() + item.credibility(),
                    line.ungraded(),
                    line.weight(),
                    line.diagnosticity(),
                    echoes.getOrDefault(origin, 1L).intValue(),
                    origin,
                    cells.stream().anyMatch(CellView::overtaken),
                    cells);
        }

        private CellView cell(EvidenceView item, String interpretation, ItemLine line) {
            var given = ratings.getOrDefault(item.key() + "/" + interpretation, List.of());
            var middle = MiddleRating.of(given.stream().map(RatingView::rating).toList());
            boolean overtaken = given.stream().anyMatch(rating -> rating.overtakenBy() != null);
            var apart = wish.whose() == null ? line.disagreement().get(interpretation) : null;
            int comments = talk.getOrDefault(item.key() + "/" + interpretation, 0);
            return new CellView(
                    middle,
                    given.size(),
                    apart == null ? "" : texts.text("band." + apart.band().word() + ".mark"),
                    overtaken,
                    title(item, interpretation, given, apart),
                    shown.address().evidence(item.key()) + "#i-" + interpretation,
                    comments,
                    talk(comments, item.key(), interpretation));
        }

        private String talk(int comments, String item, String interpretation) {
            if (comments == 0) {
                return "";
            }
            return texts.text(
                    comments == 1 ? "talk.one" : "talk.more", Integer.toString(comments), item, interpretation);
        }

        private String who(RatingView rating) {
            String given = rating.analyst() + " " + rating.rating().name();
            Long overtakenBy = rating.overtakenBy();
            return overtakenBy == null ? given : texts.text("cell.overtaken", given, overtaken(overtakenBy));
        }

        private String overtaken(long revision) {
            var by = shown.dossier().state().recorded(revision);
            return by == null
                    ? "r" + revision
                    : texts.text(
                            "cell.overtaken.by",
                            Long.toString(revision),
                            by.stamp().author(),
                            say.day(by.stamp().effectiveAt()));
        }

        private String title(
                EvidenceView item, String interpretation, List<RatingView> given, @Nullable Disagreement apart) {
            String who = given.stream()
                    .map(this::who)
                    .reduce((one, other) -> one + ", " + other)
                    .orElseGet(() -> texts.text("cell.unrated"));
            String cell = texts.text("cell.title", item.key(), interpretation, who);
            return apart == null
                    ? cell
                    : texts.text(
                            "cell.apart",
                            cell,
                            texts.text("band." + apart.band().word()));
        }
    }

    /** What tells most comes first; what is not known comes last; the key decides the rest. */
    private static Comparator<Row> order(Order order) {
        Comparator<Row> byKey = Comparator.comparing(row -> row.item().key());
        return switch (order) {
            case KEY -> byKey;
            case DATE ->
                Comparator.comparing((Row row) -> row.item().effectiveAt())
                        .reversed()
                        .thenComparing(byKey);
            case ORIGIN -> Comparator.comparing(Row::origin).thenComparing(byKey);
            case DIAGNOSTICITY ->
                Comparator.comparingDouble((Row row) -> told(row)).reversed().thenComparing(byKey);
        };
    }

    private static double told(Row row) {
        return row.diagnosticity() == null ? -1 : row.diagnosticity();
    }
}
