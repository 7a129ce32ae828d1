package org.steelyard.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent;

/**
 * An event as CloudEvents 1.0.2 has it, in its JSON format. {@code source} and {@code id} together name it among all events of
 * all installations. The attributes after {@code datacontenttype} are extensions.
 *
 * @param subject the key of what the event is about, a cell's as {@code e/i}; the assessment's own where that is meant
 * @param time when it was recorded
 * @param sequence its place in the log, with zeros in front, so that sequences sort as texts do
 * @param reason as given, but for control characters, which no attribute may hold: a blank stands for each
 * @param simulatedtimes true where recorded times are made up, as in the demo; else absent
 * @param data as {@code GET /assessments/{a}/events} shows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        String sequence,
        long revision,
        Instant effectivetime,
        String actor,
        String author,
        @Nullable String reason,
        @Nullable Boolean simulatedtimes,
        AssessmentEvent data) {}
