package org.steelyard.exchange.casefile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A case file with one assessment to begin from: its key, title and question stand first, each on a line, and are replaced.
 *
 * @param title what it is called until somebody calls it otherwise
 * @param rest all other lines
 */
public record CaseTemplate(String name, String title, String question, String rest) {
    private static final Pattern HEAD = Pattern.compile(
            "(?:#.*\\R)*casefile: 1\\Rassessments:\\R {2}- key: (.+)\\R {4}title: (.+)\\R {4}question: (.+)\\R");

    /**
     * The template that stands in this case file.
     *
     * @throws IllegalArgumentException where the lines that are replaced do not stand first
     */
    public static CaseTemplate of(String file) {
        var head = HEAD.matcher(file);
        if (!head.lookingAt()) {
            throw new IllegalArgumentException(
                    "a template begins with key, title and question, each on a line: " + file);
        }
        return new CaseTemplate(head.group(1), head.group(2), head.group(3), file.substring(head.end()));
    }

    /** The case file of an assessment of one's own. */
    public byte[] filled(String key, String ownTitle, String ownQuestion) {
        var own = new LinkedHashMap<String, Object>();
        own.put("key", key);
        own.put("title", ownTitle);
        own.put("question", ownQuestion);
        var file = new LinkedHashMap<String, Object>();
        file.put("casefile", 1);
        file.put("assessments", List.of((Map<String, Object>) own));
        return (YamlText.of(file) + rest).getBytes(StandardCharsets.UTF_8);
    }
}
