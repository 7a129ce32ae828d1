package org.steelyard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A scrape, read as strictly as OpenMetrics 1.0 has it: what is not lawful there is an {@link AssertionError}. */
record OpenMetrics(List<Sample> samples) {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (-?[0-9.]+(?:[eE][+-]?[0-9]+)?|NaN|[+-]Inf)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Pattern HEAD = Pattern.compile("# (TYPE|HELP|UNIT) (" + NAME + ")(?: (.*))?");

    /** One value of a metric. */
    record Sample(String name, Map<String, String> labels, double value) {}

    /** The samples of this name. */
    List<Sample> of(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    static OpenMetrics read(String text) {
        require(text.endsWith("# EOF\n"), "it does not end in # EOF and a line feed");
        var samples = new ArrayList<Sample>();
        var series = new HashSet<String>();
        var families = new HashSet<String>();
        String family = "";
        String type = "";
        for (String line :
                text.substring(0, text.length() - "# EOF\n".length()).lines().toList()) {
            if (line.startsWith("#")) {
                var head = HEAD.matcher(line);
                require(head.matches(), line);
                if (!head.group(2).equals(family)) {
                    family = head.group(2);
                    type = "";
                    require(families.add(family), "the family " + family + " is there twice");
                }
                if (head.group(1).equals("TYPE")) {
                    type = head.group(3);
                }
                if (head.group(1).equals("UNIT")) {
                    require(
                            family.endsWith("_" + head.group(3)),
                            "the name of " + family + " does not end in its unit");
                }
            } else {
                var sample = sample(line);
                require(belongs(sample.name(), family, type), line + " is no sample of the " + type + " " + family);
                require(series.add(sample.name() + sample.labels()), line + " is there twice");
                samples.add(sample);
            }
        }
        return new OpenMetrics(samples);
    }

    private static Sample sample(String line) {
        var sample = SAMPLE.matcher(line.replaceFirst(" # \\{.*", ""));
        require(sample.matches(), line);
        var labels = new TreeMap<String, String>();
        String rest = sample.group(2) == null ? "" : sample.group(2);
        var label = LABEL.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            require(label.find(at) && label.start() == at, line);
            require(labels.put(label.group(1), label.group(2)) == null, line + " has a label twice");
            at = label.end();
        }
        String value = sample.group(3).replace("Inf", "Infinity");
        return new Sample(sample.group(1), labels, Double.parseDouble(value));
    }

    private static boolean belongs(String name, String family, String type) {
        Set<String> endings = switch (type) {
            case "counter" -> Set.of("_total", "_created");
            case "gauge", "unknown" -> Set.of("");
            case "info" -> Set.of("_info");
            case "summary" -> Set.of("", "_count", "_sum", "_created");
            case "histogram" -> Set.of("_bucket", "_count", "_sum", "_created");
            default -> Set.of();
        };
        return endings.stream().anyMatch(ending -> name.equals(family + ending));
    }

    private static void require(boolean lawful, String what) {
        if (!lawful) {
            throw new AssertionError("Not lawful OpenMetrics: " + what);
        }
    }
}
