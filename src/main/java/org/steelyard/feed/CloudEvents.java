package org.steelyard.feed;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.EventTypes;
import org.steelyard.assessment.Stamp;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.site.SimulatedTimes;
import tools.jackson.databind.json.JsonMapper;

/** Writes events of the log as CloudEvents. */
@Component
class CloudEvents {
    private static final String VERSION = "1.0";

    /** Control characters and what Unicode says is no character. */
    private static final Pattern NOT_IN_ATTRIBUTES = Pattern.compile("[\\p{Cc}\\p{IsNoncharacter_Code_Point}]");

    private final EventTypes types;
    private final Installation installation;
    private final SimulatedTimes simulated;
    private final JsonMapper json;

    CloudEvents(EventTypes types, Installation installation, SimulatedTimes simulated, JsonMapper json) {
        this.types = types;
        this.installation = installation;
        this.simulated = simulated;
        this.json = json;
    }

    /** An event as one JSON object. */
    byte[] one(Logged event) {
        return json.writeValueAsBytes(of(event));
    }

    /** Events as a JSON array. */
    byte[] batch(List<Logged> events) {
        return json.writeValueAsBytes(events.stream().map(this::of).toList());
    }

    /** Events as JSON objects, a line each. */
    byte[] lines(List<Logged> events) {
        var bytes = new ByteArrayOutputStream();
        for (Logged event : events) {
            bytes.writeBytes(one(event));
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** What names an event in this installation: {@code assessment/revision}. */
    static String id(Logged logged) {
        return logged.assessment() + "/" + logged.recorded().revision();
    }

    private CloudEvent of(Logged logged) {
        var recorded = logged.recorded();
        var item = recorded.event().item();
        Stamp stamp = recorded.stamp();
        return new CloudEvent(
                VERSION,
                id(logged),
                "urn:steelyard:" + installation.name() + ":" + logged.assessment(),
                types.nameOf(recorded.event()),
                item == null ? logged.assessment() : item,
                stamp.recordedAt(),
                MediaType.APPLICATION_JSON_VALUE,
                Sequence.of(logged.index()),
                recorded.revision(),
                stamp.effectiveAt(),
                stamp.actor(),
                stamp.author(),
                attribute(stamp.reason()),
                simulated.areThere() ? true : null,
                recorded.event());
    }

    private static @Nullable String attribute(@Nullable String text) {
        return text == null ? null : NOT_IN_ATTRIBUTES.matcher(text).replaceAll(" ");
    }
}
