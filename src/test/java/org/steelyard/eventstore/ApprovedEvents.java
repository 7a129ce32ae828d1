package org.steelyard.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.steelyard.assessment.AssessmentEvent;

/**
 * What each event looks like on the disk, kept for ever: {@code <wire name>.json} with every field set and, where the event has
 * optional fields, {@code <wire name>.bare.json} without them.
 */
final class ApprovedEvents {
    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final String BARE = ".bare";
    private static final String JSON = ".json";

    private ApprovedEvents() {}

    /** What the events of today are called in this folder. */
    static Map<String, AssessmentEvent> ofToday() {
        var events = new TreeMap<String, AssessmentEvent>();
        SampleEvents.full().forEach(event -> events.put(nameOf(event), event));
        SampleEvents.bare().forEach(event -> events.put(nameOf(event) + BARE, event));
        return events;
    }

    private static String nameOf(AssessmentEvent event) {
        return String.valueOf(EventNames.nameOf(event.getClass()));
    }

    /** The wire name under which the event of this file was stored. */
    static String wireName(String file) {
        return file.endsWith(BARE) ? file.substring(0, file.length() - BARE.length()) : file;
    }

    /** All files ever approved, without their ending, and what is in them. */
    static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        try (var all = Files.newDirectoryStream(FOLDER, "*" + JSON)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                files.put(
                        name.substring(0, name.length() - JSON.length()),
                        Files.readString(file, UTF_8).stripTrailing());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
