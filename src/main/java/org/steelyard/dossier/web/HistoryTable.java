package org.steelyard.dossier.web;

import static org.steelyard.dossier.web.Tables.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.steelyard.dossier.History;
import org.steelyard.dossier.History.Moment;
import org.steelyard.http.Csv;

/** The history of the balance as CSV; numbers with all their digits. */
final class HistoryTable {
    private HistoryTable() {}

    /** A row for each event that changed the balance, four columns for each interpretation that ever had a reading. */
    static String of(History history) {
        var keys = new TreeSet<String>();
        history.moments().forEach(moment -> moment.readings().interpretations().forEach(each -> keys.add(each.key())));
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("revision", "kind", "item", "author", "recordedAt", "effectiveAt"));
        for (String key : keys) {
            head.addAll(List.of(
                    key + " inconsistency",
                    key + " weightedInconsistency",
                    key + " weightOfEvidence",
                    key + " judged"));
        }
        head.addAll(List.of("leader by inconsistency", "leader by weightOfEvidence", "leader by judged", "coverage"));
        rows.add(head);
        history.moments().forEach(moment -> rows.add(moment(moment, keys)));
        return Tables.written(rows);
    }

    private static List<String> moment(Moment moment, Set<String> keys) {
        var event = moment.event();
        var readings = moment.readings();
        var leaders = readings.leaders();
        var row = new ArrayList<>(List.of(
                Long.toString(event.revision()),
                event.kind(),
                Objects.requireNonNullElse(event.event().item(), ""),
                Csv.text(event.stamp().author()),
                event.stamp().recordedAt().toString(),
                event.stamp().effectiveAt().toString()));
        for (String key : keys) {
            var reading = readings.of(key);
            row.add(reading == null ? "" : number(reading.inconsistency()));
            row.add(reading == null ? "" : number(reading.weightedInconsistency()));
            row.add(reading == null ? "" : number(reading.weightOfEvidence()));
            row.add(reading == null ? "" : number(reading.judged()));
        }
        row.addAll(List.of(
                Objects.requireNonNullElse(leaders.inconsistency().key(), ""),
                Objects.requireNonNullElse(leaders.weightOfEvidence().key(), ""),
                Objects.requireNonNullElse(leaders.judged().key(), ""),
                number(readings.coverage())));
        return row;
    }
}
