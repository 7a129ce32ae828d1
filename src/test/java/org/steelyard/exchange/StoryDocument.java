package org.steelyard.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** What docs/demo.md tells of why the balance changed, asked of a server by the very addresses that the document names. */
final class StoryDocument {
    private static final Pattern FETCHED = Pattern.compile(
            "^curl .*'http://127\\.0\\.0\\.1:8080(/api/v1/assessments/[a-z]+/changes\\?[^']*)'.*$", Pattern.MULTILINE);
    private static final int TURNING_POINTS = 10;
    private static final double NOTHING = 0.005;

    private final JsonNode answer;
    private final List<String> interpretations;
    private final List<String> lines = new ArrayList<>();

    private StoryDocument(JsonNode answer) {
        this.answer = answer;
        this.interpretations = List.copyOf(answer.path("totals").propertyNames());
    }

    /** The paths that the document fetches, in its order. */
    static List<String> paths(String document) {
        return FETCHED.matcher(document).results().map(found -> found.group(1)).toList();
    }

    /** What the document has to say below such an address. */
    static String block(TestServer.Client client, String path) {
        return new StoryDocument(client.get(path).expect(200).json()).told();
    }

    private String told() {
        var changes = list(answer.path("changes"));
        boolean startsEmpty = list(answer.path("totals")).stream()
                .allMatch(total -> total.path("weightOfEvidence").isNull());
        lines.add(changes.size() + " changes · totals "
                + (startsEmpty ? "null: nothing was in force at the start" : "below"));
        if (startsEmpty) {
            months(changes);
            for (String group : List.of("kind", "analyst", "item")) {
                group(group);
            }
            turningPoints(changes);
        } else {
            totals();
        }
        return String.join("\n", lines) + "\n";
    }

    private void totals() {
        head(
                "interpretation",
                List.of("inconsistency", "weighted inconsistency", "weight of evidence, dB", "judged"),
                "");
        answer.path("totals")
                .forEachEntry((interpretation, total) -> lines.add("| " + interpretation + " | "
                        + part(total.path("inconsistency").asDouble(), 2) + " | "
                        + part(total.path("weightedInconsistency").asDouble(), 2) + " | "
                        + part(total.path("weightOfEvidence").asDouble(), 2) + " | "
                        + part(total.path("judged").asDouble(), 3) + " |"));
    }

    private void months(List<JsonNode> changes) {
        Map<String, List<JsonNode>> byMonth = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.path("effectiveAt").asString().substring(0, 7),
                        LinkedHashMap::new,
                        Collectors.toList()));
        head("month", interpretations, " changes | most from |");
        byMonth.forEach((month, those) -> row(month, sum(those), " " + those.size() + " | " + mostFrom(those) + " |"));
        row("all", sum(changes), " " + changes.size() + " | |");
    }

    /** The three items that moved most. */
    private String mostFrom(List<JsonNode> changes) {
        Map<String, List<JsonNode>> byItem = changes.stream()
                .filter(change -> !change.path("item").isNull())
                .collect(Collectors.groupingBy(
                        change -> change.path("item").asString().split("/", -1)[0], TreeMap::new, Collectors.toList()));
        return byItem.entrySet().stream()
                .sorted(Comparator.comparingDouble(item -> -largest(sum(item.getValue()))))
                .filter(item -> largest(sum(item.getValue())) >= NOTHING)
                .limit(3)
                .map(item -> "`" + item.getKey() + "`")
                .collect(Collectors.joining(", "));
    }

    private void group(String name) {
        head(name, interpretations, "");
        answer.path("groups").path(name).forEachEntry((key, deltas) -> {
            var parts = parts(deltas);
            if (largest(parts) >= NOTHING) {
                row(name.equals("item") ? "`" + key + "`" : key, parts, "");
            }
        });
    }

    private void turningPoints(List<JsonNode> changes) {
        head("effective", interpretations, " the changes that moved most |");
        var most = changes.stream()
                .sorted(Comparator.comparingDouble(change -> -largest(parts(change.path("deltas")))))
                .limit(TURNING_POINTS)
                .map(change -> change.path("revision").asLong())
                .toList();
        for (var change : changes) {
            if (most.contains(change.path("revision").asLong())) {
                String day = change.path("effectiveAt").asString().substring(0, 10);
                row(
                        day,
                        parts(change.path("deltas")),
                        " " + change.path("summary").asString() + " |");
            }
        }
    }

    private void head(String first, List<String> columns, String last) {
        lines.add("");
        lines.add("| " + first + " | " + String.join(" | ", columns) + " |" + last);
        long more = last.chars().filter(letter -> letter == '|').count();
        lines.add("|---" + "|---".repeat(columns.size() + (int) more) + "|");
    }

    private void row(String first, List<Double> parts, String last) {
        lines.add("| " + first + " | "
                + parts.stream().map(part -> part(part, 2)).collect(Collectors.joining(" | ")) + " |" + last);
    }

    private List<Double> sum(List<JsonNode> changes) {
        return each(interpretation -> changes.stream()
                .mapToDouble(change -> weight(change.path("deltas"), interpretation))
                .sum());
    }

    private List<Double> parts(JsonNode deltas) {
        return each(interpretation -> weight(deltas, interpretation));
    }

    private List<Double> each(Function<String, Double> value) {
        return interpretations.stream().map(value).toList();
    }

    private static double weight(JsonNode deltas, String interpretation) {
        return deltas.path(interpretation).path("weightOfEvidence").asDouble(0);
    }

    private static double largest(List<Double> parts) {
        return parts.stream().mapToDouble(Math::abs).max().orElse(0);
    }

    private static String part(double value, int places) {
        String text = String.format(Locale.ROOT, "%+." + places + "f", value);
        return text.matches("[+-]0\\.0+") ? text.substring(1) : text;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
