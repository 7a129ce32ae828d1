package org.steelyard.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** The figures of docs/demo.md, asked of a server by the very addresses that the document names. */
final class DemoDocument {

    private static final Pattern FETCHED = Pattern.compile(
            "^curl .*'http://127\\.0\\.0\\.1:8080(/api/v1/assessments/[a-z]+/balance\\?[^']*)'.*$", Pattern.MULTILINE);

    private DemoDocument() {}

    /** The paths that the document fetches, in its order. */
    static List<String> paths(String document) {
        return FETCHED.matcher(document).results().map(found -> found.group(1)).toList();
    }

    /** What the document has to say below such an address. */
    static String block(TestServer.Client client, String path) {
        var balance = client.get(path).expect(200).json();
        var lines = new ArrayList<String>();
        lines.add("revision " + balance.path("revision").asLong() + " · coverage " + number(balance.path("coverage"), 2)
                + " · " + balance.path("agreement").stringValue() + " · leaders: "
                + leader(balance, "inconsistency", "least contradicted") + ", "
                + leader(balance, "weightOfEvidence", "weight of evidence") + ", "
                + leader(balance, "judged", "judged"));
        lines.add("");
        lines.add("| interpretation | weighted inconsistency | weight of evidence, dB | judged |");
        lines.add("|---|---|---|---|");
        for (var reading : balance.path("interpretations")) {
            lines.add("| " + reading.path("key").stringValue() + " | "
                    + number(reading.path("weightedInconsistency"), 2) + " | "
                    + number(reading.path("weightOfEvidence"), 2) + " | " + number(reading.path("judged"), 3) + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String leader(JsonNode balance, String reading, String name) {
        var leader = balance.path("leaders").path(reading);
        return name + " "
                + (leader.path("key").isNull()
                        ? "withheld (" + leader.path("withheld").stringValue() + ")"
                        : leader.path("key").stringValue());
    }

    private static String number(JsonNode number, int places) {
        return number.isNull() ? "none" : String.format(Locale.ROOT, "%." + places + "f", number.asDouble() + 0.0);
    }
}
