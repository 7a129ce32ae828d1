package org.steelyard.dossier.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Members;
import org.steelyard.access.Members.Member;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Balance.Disagreement;
import org.steelyard.balance.Balance.ItemLine;
import org.steelyard.dossier.web.TeamView.Apart;
import org.steelyard.dossier.web.TeamView.Column;
import org.steelyard.dossier.web.TeamView.Given;
import org.steelyard.dossier.web.TeamView.Person;
import org.steelyard.dossier.web.TeamView.Row;
import org.steelyard.site.Texts;

/** Makes the view of a team. Of others it holds what the reader may see of them, and says where something is kept back. */
@Component
class Team {
    private static final Comparator<Row> MOST_APART = Comparator.comparingDouble(Row::most)
            .reversed()
            .thenComparing(row -> row.item().key());

    private final Members members;
    private final Access access;
    private final Texts texts;

    Team(Members members, Access access, Texts texts) {
        this.members = members;
        this.access = access;
        this.texts = texts;
    }

    /** Members are today's, whatever the point; all else is of the point. */
    TeamView of(Shown shown) {
        return new Making(shown).view();
    }

    private final class Making {
        private final Shown shown;
        private final String reader;
        private final Map<String, List<RatingView>> byCell;
        private final Map<String, List<RatingView>> byAnalyst;
        private final Map<String, ItemLine> lines;
        private final List<Column> columns;
        private final List<String> raters;

        Making(Shown shown) {
            this.shown = shown;
            this.reader = access.user();
            var ratings = shown.view().ratings();
            this.byCell = ratings.stream().collect(groupingBy(RatingView::cell));
            this.byAnalyst = ratings.stream().collect(groupingBy(RatingView::analyst));
            this.lines = shown.balance().evidenceByKey();
            this.columns = shown.interpretations().stream()
                    .map(i -> new Column(i.key(), shown.identity(i.key()).css(), i.statement()))
                    .toList();
            this.raters = byAnalyst.keySet().stream().sorted().toList();
        }

        TeamView view() {
            var rows = shown.view().evidence().stream()
                    .map(this::row)
                    .sorted(MOST_APART)
                    .toList();
            boolean hidesRows = rows.stream().anyMatch(Row::kept);
            return new TeamView(
                    people(hidesRows),
                    columns,
                    raters,
                    rows,
                    (long) columns.size() * shown.view().evidence().size());
        }

        private List<Person> people(boolean hidesRows) {
            Map<String, Member> today =
                    members.of(shown.key()).stream().collect(toMap(Member::user, Function.identity()));
            Map<String, JudgmentView> judgments =
                    shown.view().judgments().stream().collect(toMap(JudgmentView::analyst, Function.identity()));
            Map<String, AnalystLine> analysts = new HashMap<>();
            shown.balance().analysts().forEach(line -> analysts.put(line.user(), line));
            var everybody = new TreeSet<>(today.keySet());
            everybody.addAll(byAnalyst.keySet());
            everybody.addAll(judgments.keySet());
            return everybody.stream()
                    .map(user -> person(user, today.get(user), judgments.get(user), analysts.get(user), hidesRows))
                    .toList();
        }

        private Person person(
                String user,
                @Nullable Member member,
                @Nullable JudgmentView judgment,
                @Nullable AnalystLine line,
                boolean hidesRows) {
            var own = byAnalyst.getOrDefault(user, List.of());
            boolean other = !user.equals(reader);
            return new Person(
                    user,
                    member == null ? null : member.role(),
                    own.size(),
                    own.stream().filter(rating -> rating.overtakenBy() != null).count(),
                    judgment,
                    judgment == null || line == null ? 0 : line.stale().size(),
                    judgment != null && line != null && line.incomplete(),
                    other && hidesRows,
                    other && shown.dossier().readingsHidden());
        }

        private Row row(EvidenceView item) {
            boolean kept = shown.dossier().sight().hidesRow(item.key());
            ItemLine line = kept ? null : lines.get(item.key());
            double most = line == null
                    ? -1
                    : line.disagreement().values().stream()
                            .mapToDouble(Disagreement::deviation)
                            .max()
                            .orElse(-1);
            var cells = columns.stream()
                    .map(column -> apart(item.key(), column.key(), line))
                    .toList();
            var ratings = raters.stream()
                    .map(analyst -> columns.stream()
                            .map(column -> given(analyst, item.key(), column.key()))
                            .toList())
                    .toList();
            return new Row(item, shown.address().evidence(item.key()), most, kept, cells, ratings);
        }

        private List<RatingView> cell(String item, String interpretation) {
            return byCell.getOrDefault(item + "/" + interpretation, List.of());
        }

        private String href(String item, String interpretation) {
            return shown.address().evidence(item) + "#i-" + interpretation;
        }

        private Apart apart(String item, String interpretation, @Nullable ItemLine line) {
            var given = cell(item, interpretation);
            Disagreement found = line == null ? null : line.disagreement().get(interpretation);
            String who = given.stream()
                    .map(rating -> rating.analyst() + " " + rating.rating().name())
                    .reduce((one, other) -> one + ", " + other)
                    .orElseGet(() -> texts.text("cell.unrated"));
            String title = texts.text("cell.title", item, interpretation, who);
            return new Apart(
                    interpretation,
                    found == null ? null : (Double) found.deviation(),
                    found == null ? null : found.band(),
                    given.size(),
                    found == null
                            ? title
                            : texts.text(
                                    "cell.apart",
                                    title,
                                    texts.text("band." + found.band().word())),
                    href(item, interpretation));
        }

        private Given given(String analyst, String item, String interpretation) {
            var rating = cell(item, interpretation).stream()
                    .filter(one -> one.analyst().equals(analyst))
                    .findFirst();
            String says = rating.map(one -> analyst + " " + texts.word("rating", one.rating()))
                    .orElseGet(() -> analyst + " " + texts.text("cell.unrated"));
            return new Given(
                    analyst,
                    interpretation,
                    rating.map(RatingView::rating).orElse(null),
                    rating.map(RatingView::overtakenBy).isPresent(),
                    texts.text("cell.title", item, interpretation, says),
                    href(item, interpretation));
        }
    }
}
