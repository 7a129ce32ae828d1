package org.steelyard.dossier.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.dossier.web.OvertakenRatings.Reworded;
import org.steelyard.http.Csv;

/** The tables behind figure and matrix as CSV; numbers with all their digits. */
final class Tables {
    private Tables() {}

    /** A row for each interpretation, a column for each analyst whose judgment is pooled. */
    static String readings(Shown shown, List<Readings.Line> lines) {
        var analysts = new TreeSet<String>();
        lines.forEach(line -> analysts.addAll(line.byAnalyst().keySet()));
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of(
                "interpretation",
                "statement",
                "inconsistency",
                "weightedInconsistency",
                "weightOfEvidence",
                "behindLeader",
                "judged",
                "likelihood",
                "revision",
                "effectiveAt"));
        analysts.forEach(analyst -> head.add("judged by " + analyst));
        rows.add(head);
        for (var line : lines) {
            var reading = line.reading();
            var likelihood = reading.likelihood();
            var row = new ArrayList<>(List.of(
                    line.key(),
                    Csv.text(line.statement()),
                    number(reading.inconsistency()),
                    number(reading.weightedInconsistency()),
                    number(reading.weightOfEvidence()),
                    number(reading.behindLeader()),
                    number(reading.judged()),
                    likelihood == null ? "" : likelihood.word(),
                    Long.toString(shown.view().revision()),
                    shown.view().effectiveAt().toString()));
            analysts.forEach(analyst -> row.add(number(line.byAnalyst().get(analyst))));
            rows.add(row);
        }
        return written(rows);
    }

    /** A row for each item; for each interpretation what the matrix shows, and who gave which rating. */
    static String matrix(MatrixTable matrix, List<RatingView> ratings) {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of(
                "evidence",
                "claim",
                "source",
                "reliability",
                "credibility",
                "relevance",
                "weight",
                "diagnosticity",
                "effectiveAt"));
        matrix.columns().forEach(column -> head.add(column.key()));
        matrix.columns().forEach(column -> head.add(column.key() + " by analyst"));
        rows.add(head);
        var given = given(ratings, matrix.whose());
        for (var line : matrix.rows()) {
            var item = line.item();
            var row = new ArrayList<>(List.of(
                    item.key(),
                    Csv.text(item.claim()),
                    Csv.text(line.source()),
                    line.grade().substring(0, 1),
                    Integer.toString(item.credibility()),
                    item.relevance().name(),
                    number(line.weight()),
                    number(line.diagnosticity()),
                    item.effectiveAt().toString()));
            line.cells().forEach(cell -> row.add(cell.rating() == null ? "" : cell.code()));
            matrix.columns().forEach(column -> row.add(given.getOrDefault(item.key() + "/" + column.key(), "")));
            rows.add(row);
        }
        return written(rows);
    }

    /** A row for each rating that a rewording overtook. */
    static String overtaken(List<Reworded> reworded) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "assessment",
                "title",
                "analyst",
                "evidence",
                "interpretation",
                "rating",
                "effectiveAt",
                "revision",
                "overtakenBy",
                "rewording"));
        for (var event : reworded) {
            for (var overtaken : event.ratings()) {
                var rating = overtaken.rating();
                rows.add(List.of(
                        event.in().key(),
                        Csv.text(event.in().title()),
                        rating.analyst(),
                        rating.evidence(),
                        rating.interpretation(),
                        rating.rating().name(),
                        rating.effectiveAt().toString(),
                        Long.toString(rating.revision()),
                        Long.toString(event.event().revision()),
                        Csv.text(event.event().what().text())));
            }
        }
        return written(rows);
    }

    private static Map<String, String> given(List<RatingView> ratings, @Nullable String whose) {
        return ratings.stream()
                .filter(rating -> whose == null || rating.analyst().equals(whose))
                .collect(groupingBy(
                        RatingView::cell, mapping(rating -> rating.analyst() + " " + rating.rating(), joining("; "))));
    }

    static String number(@Nullable Double value) {
        return value == null ? "" : Double.toString(value);
    }

    static String written(List<List<String>> rows) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
