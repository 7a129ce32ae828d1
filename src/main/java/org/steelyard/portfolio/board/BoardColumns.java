package org.steelyard.portfolio.board;

import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.ListColumn;
import org.steelyard.balance.At;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.balance.Confidence;
import org.steelyard.portfolio.board.BoardRow.Leads;
import org.steelyard.portfolio.board.BoardRow.Reading;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the board as the tables {@code portfolio_row} and {@code point} hold it. */
final class BoardColumns {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES = List.of(
            "generation",
            "assessment_key",
            "revision",
            "recorded_at",
            "actor",
            "kind",
            "title",
            "status",
            "tags",
            "leader_inconsistency",
            "leader_weight",
            "leader_judged",
            "withheld_inconsistency",
            "withheld_weight",
            "withheld_judged",
            "lead_inconsistency",
            "lead_weight",
            "top_judged",
            "agreement",
            "confidence",
            "spread",
            "coverage",
            "stale",
            "readings");

    private BoardColumns() {}

    static String insertInto(String table) {
        return "INSERT INTO " + table + " (" + String.join(", ", NAMES) + ") VALUES ("
                + String.join(", ", Collections.nCopies(NAMES.size(), "?")) + ")";
    }

    static @Nullable Object[] values(int generation, BoardRow row) {
        Leaders leaders = row.leaders();
        return new @Nullable Object[] {
            generation,
            row.assessment(),
            row.revision(),
            At.micros(row.recordedAt()),
            row.actor(),
            row.kind(),
            row.title(),
            row.status().name(),
            ListColumn.joined(row.tags()),
            leaders.inconsistency().key(),
            leaders.weightOfEvidence().key(),
            leaders.judged().key(),
            name(leaders.inconsistency().withheld()),
            name(leaders.weightOfEvidence().withheld()),
            name(leaders.judged().withheld()),
            row.leads().inconsistency(),
            row.leads().weightOfEvidence(),
            row.leads().judged(),
            row.agreement().name(),
            name(row.confidence()),
            row.spread(),
            row.coverage(),
            row.stale(),
            json(row.readings())
        };
    }

    static BoardRow read(ResultSet row) throws SQLException {
        return new BoardRow(
                row.getString("assessment_key"),
                row.getLong("revision"),
                At.instant(row.getLong("recorded_at")),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("title"),
                Status.valueOf(row.getString("status")),
                ListColumn.split(row.getString("tags")),
                new Leaders(leader(row, "inconsistency"), leader(row, "weight"), leader(row, "judged")),
                new Leads(number(row, "lead_inconsistency"), number(row, "lead_weight"), number(row, "top_judged")),
                Agreement.valueOf(row.getString("agreement")),
                confidence(row.getString("confidence")),
                number(row, "spread"),
                number(row, "coverage"),
                row.getInt("stale"),
                readings(row.getString("readings")));
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static Leader leader(ResultSet row, String by) throws SQLException {
        String withheld = row.getString("withheld_" + by);
        return new Leader(row.getString("leader_" + by), withheld == null ? null : Withheld.valueOf(withheld));
    }

    private static @Nullable Confidence confidence(@Nullable String name) {
        return name == null ? null : Confidence.valueOf(name);
    }

    static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }

    /** {@code {key: [inconsistency, weightedInconsistency, weightOfEvidence, judged, order]}}, short, since it is there so often. */
    private static String json(SortedMap<String, Reading> readings) {
        var text = new StringWriter(64 * readings.size() + 2);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            readings.forEach((key, reading) -> {
                json.writeArrayPropertyStart(key);
                json.writeNumber(reading.inconsistency());
                json.writeNumber(reading.weightedInconsistency());
                json.writeNumber(reading.weightOfEvidence());
                if (reading.judged() == null) {
                    json.writeNull();
                } else {
                    json.writeNumber(reading.judged());
                }
                json.writeNumber(reading.order());
                json.writeEndArray();
            });
            json.writeEndObject();
        }
        return text.toString();
    }

    private static SortedMap<String, Reading> readings(String json) {
        var readings = new TreeMap<String, Reading>();
        for (var entry : JSON.readTree(json).properties()) {
            JsonNode numbers = entry.getValue();
            JsonNode judged = numbers.get(3);
            readings.put(
                    entry.getKey(),
                    new Reading(
                            numbers.get(0).doubleValue(),
                            numbers.get(1).doubleValue(),
                            numbers.get(2).doubleValue(),
                            judged.isNull() ? null : Double.valueOf(judged.doubleValue()),
                            numbers.get(4).intValue()));
        }
        return Collections.unmodifiableSortedMap(readings);
    }
}
