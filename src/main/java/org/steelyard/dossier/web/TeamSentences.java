package org.steelyard.dossier.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.web.TeamView.Apart;
import org.steelyard.dossier.web.TeamView.Person;
import org.steelyard.dossier.web.TeamView.Row;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;

/** What the page of a team says first: who is in it, and where they differ most. */
@Component
class TeamSentences {
    private final Texts texts;

    TeamSentences(Texts texts) {
        this.texts = texts;
    }

    Sentence of(Shown shown, TeamView team) {
        Sentence who = who(team);
        return shown.dossier().readingsHidden()
                ? who.then(texts.sentence("team.blind"))
                : who.then(apart(shown, team)).then(kept(team));
    }

    private Sentence who(TeamView team) {
        List<Person> analysts = team.people().stream()
                .filter(person -> person.rated() > 0 || person.judgment() != null)
                .toList();
        return switch (analysts.size()) {
            case 0 ->
                texts.sentence("team.nobody", Integer.toString(team.people().size()));
            case 1 -> texts.sentence("team.one", name(analysts.getFirst().user()));
            default ->
                texts.sentence(
                        "team.more",
                        Integer.toString(analysts.size()),
                        Sentence.joined(
                                analysts.stream()
                                        .limit(6)
                                        .map(one -> texts.sentence("team.name", name(one.user())))
                                        .toList(),
                                ", "));
        };
    }

    private Sentence apart(Shown shown, TeamView team) {
        if (team.raters().size() < 2) {
            return Sentence.EMPTY;
        }
        List<Row> compared = team.compared();
        if (compared.isEmpty()) {
            return texts.sentence("team.apart.nothing");
        }
        Row row = compared.getFirst();
        if (row.most() == 0) {
            return texts.sentence("team.apart.agreed");
        }
        Apart most = row.cells().stream()
                .filter(cell -> cell.deviation() != null)
                .max(Comparator.comparingDouble(cell -> Objects.requireNonNull(cell.deviation())))
                .orElseThrow();
        String band = Objects.requireNonNull(most.band()).word();
        return texts.sentence(
                "team.apart.most",
                shown.item(row.item().key()),
                shown.identities().name(most.interpretation()),
                texts.text("band." + band),
                new Name(ratings(row, most), null, most.href()));
    }

    static String ratings(Row row, Apart most) {
        int column = row.cells().indexOf(most);
        return row.ratings().stream()
                .map(given -> given.get(column))
                .filter(given -> given.rating() != null)
                .map(given -> given.analyst() + " " + given.code())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private Sentence kept(TeamView team) {
        long rows = team.rows().stream().filter(Row::kept).count();
        return rows == 0 ? Sentence.EMPTY : texts.sentence("team.kept", Long.toString(rows));
    }

    private static Name name(String user) {
        return new Name(user, "item", null);
    }
}
