package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Part;
import org.steelyard.dossier.figure.ContributionRow;
import org.steelyard.dossier.figure.Heads.Head;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What each item gives to a lead, as picture and table show it. */
@Component
class Contributions {
    /** Rows of the picture for the leader and against, linchpins not counted; the others are folded into one row. */
    private static final int FOR = 8;

    private static final int AGAINST = 6;

    private static final int MOST_LINCHPINS = 16;

    private final Texts texts;
    private final Wording say;

    Contributions(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** A row of the table: what is left of the lead without this item and all those above it. */
    record Line(String item, String claim, String href, double contribution, double left, boolean linchpin) {}

    /** All items, heaviest first. */
    List<Line> lines(Firm firm, Linchpins linchpins) {
        Map<String, EvidenceView> items = firm.shown().view().evidence().stream()
                .collect(Collectors.toMap(EvidenceView::key, Function.identity()));
        var lines = new ArrayList<Line>();
        double left = linchpins.lead();
        for (int i = 0; i < linchpins.items().size() + linchpins.rest().size(); i++) {
            boolean linchpin = i < linchpins.items().size();
            Part part = linchpin
                    ? linchpins.items().get(i)
                    : linchpins.rest().get(i - linchpins.items().size());
            left -= part.contribution();
            var item = items.get(part.item());
            lines.add(new Line(
                    part.item(),
                    item == null ? "" : item.claim(),
                    firm.shown().address().evidence(part.item()),
                    part.contribution(),
                    left,
                    linchpin));
        }
        return lines;
    }

    /** The rows of the picture: the heaviest for the leader, one for all between, the heaviest against it. */
    List<ContributionRow> rows(Firm firm, List<Line> lines) {
        long set = lines.stream().filter(Line::linchpin).count();
        int above = (int) Math.min(MOST_LINCHPINS, Math.max(set, FOR));
        int first = (int) Math.min(
                above, lines.stream().filter(line -> line.contribution() > 0).count());
        int last = (int) Math.min(
                AGAINST, lines.stream().filter(line -> line.contribution() < 0).count());
        var between = lines.subList(first, lines.size() - last);
        var rows = new ArrayList<ContributionRow>();
        lines.subList(0, first).forEach(line -> rows.add(row(firm, line)));
        if (between.size() == 1) {
            rows.add(row(firm, between.getFirst()));
        } else if (!between.isEmpty()) {
            rows.add(folded(firm, between));
        }
        lines.subList(lines.size() - last, lines.size()).reversed().forEach(line -> rows.add(row(firm, line)));
        return rows;
    }

    private ContributionRow row(Firm firm, Line line) {
        String text = value(firm, line.contribution());
        return new ContributionRow(
                line.item(),
                line.claim(),
                line.contribution(),
                say.signed(line.contribution()),
                line.linchpin(),
                false,
                line.href(),
                line.item() + ": " + text);
    }

    private ContributionRow folded(Firm firm, List<Line> between) {
        double sum = between.stream().mapToDouble(Line::contribution).sum();
        long set = between.stream().filter(Line::linchpin).count();
        String count = Integer.toString(between.size());
        String name =
                set == 0 ? texts.text("firm.more", count) : texts.text("firm.more.set", count, Long.toString(set));
        return new ContributionRow(
                name, "", sum, say.signed(sum), false, true, "#contributions", name + ": " + value(firm, sum));
    }

    /** "+9.80 dB", "+2 points". */
    public String value(Firm firm, double value) {
        return firm.tested() == Tested.WEIGHT
                ? say.signedDecibans(value)
                : texts.text("firm.points", say.signed(value));
    }

    /** What stands above the bars. */
    Head head(Firm firm, Linchpins linchpins) {
        String reading = firm.tested().word();
        return new Head(
                texts.text("firm.head", String.valueOf(firm.leader().key()), linchpins.against()),
                texts.text("firm.axis." + reading));
    }

    String title(Firm firm, Linchpins linchpins) {
        return texts.text(
                "firm.title",
                String.valueOf(firm.leader().key()),
                linchpins.against(),
                texts.text("firm.reading." + firm.tested().word()),
                say.moment(firm.shown().view().effectiveAt()),
                Long.toString(firm.shown().view().revision()));
    }

    /** The numbers, for those who do not see the picture. */
    String description(Firm firm, List<ContributionRow> rows) {
        return rows.stream()
                .map(row -> row.title() + (row.linchpin() ? " (" + texts.text("firm.linchpin") + ")" : ""))
                .collect(Collectors.joining("; ", "", "."));
    }
}
