package org.steelyard.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Rating;

/**
 * A block of ratings from a spreadsheet, laid over the cells of a form: columns are parted by tabs, else semicolons, else
 * commas. A row and a column of keys are recognised, else the block begins at a cell. Nothing is changed before it is
 * {@link #fillIn filled in}, and nothing recorded then.
 */
record RatingBlock(List<Change> changes, List<Misfit> misfits) {
    private static final Pattern FIELD = Pattern.compile("rating\\.([^.]+)\\.([^.]+)");
    private static final Set<String> CODES =
            Stream.of(Rating.values()).map(Rating::name).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> SHORT =
            Map.of("0", "NA", "1", "CC", "2", "C", "3", "N", "4", "I", "5", "II", "-", "", "–", "");

    /** What a field for a rating would hold; codes, empty for unrated. */
    record Change(String field, String cell, String from, String to) {}

    /**
     * What cannot be laid over a cell.
     *
     * @param line of the block, from 1
     * @param column of the block, from 1
     * @param outside whether there is no cell for it; else it is no rating
     */
    record Misfit(int line, int column, String text, boolean outside) {}

    /** The cells of the form in the order in which it shows them. */
    private record Grid(List<String> rows, List<String> columns) {
        static Grid of(Form form) {
            var cells = form.names().stream()
                    .map(FIELD::matcher)
                    .filter(Matcher::matches)
                    .toList();
            return new Grid(
                    cells.stream().map(cell -> cell.group(1)).distinct().toList(),
                    cells.stream().map(cell -> cell.group(2)).distinct().toList());
        }
    }

    /**
     * Reads a block.
     *
     * @param at the field for a rating that its first value falls on, where no keys say so; the first of the form for empty
     */
    static RatingBlock read(String text, String at, Form form) {
        Grid grid = Grid.of(form);
        List<List<String>> lines = table(text);
        boolean headed = !lines.isEmpty() && isKeys(lines.getFirst().stream(), grid.columns());
        List<List<String>> body = headed ? lines.subList(1, lines.size()) : lines;
        boolean named = isKeys(body.stream().map(List::getFirst), grid.rows());
        var start = FIELD.matcher(at);
        boolean begins = start.matches();
        int firstRow = begins ? Math.max(0, grid.rows().indexOf(start.group(1))) : 0;
        int firstColumn = begins ? Math.max(0, grid.columns().indexOf(start.group(2))) : 0;
        var block = new RatingBlock(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < body.size(); i++) {
            List<String> line = body.get(i);
            String row = named ? known(grid.rows(), line.getFirst()) : nth(grid.rows(), firstRow + i);
            for (int j = named ? 1 : 0; j < line.size(); j++) {
                String column = headed
                        ? known(grid.columns(), nth(lines.getFirst(), j))
                        : nth(grid.columns(), firstColumn + j - (named ? 1 : 0));
                block.lay(form, row, column, new Misfit(i + (headed ? 2 : 1), j + 1, line.get(j), false));
            }
        }
        return block;
    }

    private void lay(Form form, @Nullable String row, @Nullable String column, Misfit value) {
        if (value.text().isEmpty()) {
            return;
        }
        String field = "rating." + row + "." + column;
        String rating = rating(value.text());
        if (row == null || column == null || !form.names().contains(field)) {
            misfits.add(new Misfit(value.line(), value.column(), value.text(), true));
        } else if (rating == null) {
            misfits.add(value);
        } else if (!rating.equals(form.value(field))) {
            changes.add(new Change(field, row + " × " + column, form.value(field), rating));
        }
    }

    /** Puts the ratings into the form, as if they had been typed. */
    void fillIn(Form form) {
        changes.forEach(change -> form.with(change.field(), change.to()));
    }

    private static @Nullable String rating(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? code : SHORT.get(code);
    }

    /** Whether more of these are keys than ratings. */
    private static boolean isKeys(Stream<String> texts, List<String> keys) {
        List<String> all = texts.toList();
        Predicate<String> isKey = text -> known(keys, text) != null;
        return all.stream().filter(isKey).count()
                > all.stream().filter(text -> rating(text) != null).count();
    }

    private static @Nullable String known(List<String> keys, @Nullable String text) {
        return keys.stream()
                .filter(key -> key.equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String nth(List<String> all, int n) {
        return n < all.size() ? all.get(n) : null;
    }

    private static List<List<String>> table(String text) {
        String separator = text.contains("\t") ? "\t" : text.contains(";") ? ";" : ",";
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.split(separator, -1))
                        .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1").strip())
                        .toList())
                .toList();
    }
}
