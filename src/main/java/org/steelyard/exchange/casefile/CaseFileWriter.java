package org.steelyard.exchange.casefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.Recorded;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the whole history of an assessment as a case file: an entry for each event, its revision as {@code seq}. */
public final class CaseFileWriter {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CaseFileWriter() {}

    /**
     * The case file of one assessment, in UTF-8.
     *
     * @param history its events, by revision
     * @param blinded whether events are left out that blind mode keeps from the reader, which the file then says; such a file
     *     is not taken back
     * @param simulated whether its recorded times are simulated, which the file then says
     */
    public static byte[] write(List<Recorded> history, Syntax syntax, boolean simulated, boolean blinded) {
        var file = Block.empty().with("casefile", 1);
        if (simulated) {
            file.with("simulatedTimes", true);
        }
        if (blinded) {
            file.with("blinded", true);
        }
        file.with("assessments", List.of(assessment(history).fields()));
        return switch (syntax) {
            case YAML -> YamlText.of(file.fields()).getBytes(StandardCharsets.UTF_8);
            case JSON -> JSON.writeValueAsBytes(file.fields());
        };
    }

    private static Block assessment(List<Recorded> history) {
        var assessment = Block.empty();
        var lists = new EnumMap<EntryKind, List<Map<String, @Nullable Object>>>(EntryKind.class);
        long inForce = resolutionInForce(history);
        for (Recorded recorded : history) {
            var entry = WrittenEntry.of(recorded, recorded.revision() == inForce);
            switch (entry.kind()) {
                case ASSESSMENT -> assessment.withAll(entry.fields());
                case RESOLUTION -> assessment.with(entry.kind().list(), entry.fields());
                case SOURCE, INTERPRETATION, EVIDENCE, RATING, JUDGMENT, CHANGE, INDICATOR ->
                    lists.computeIfAbsent(entry.kind(), kind -> new ArrayList<>())
                            .add(entry.fields().fields());
            }
        }
        lists.forEach((kind, entries) -> assessment.with(kind.list(), entries));
        return assessment;
    }

    /** The revision of the resolution that was not reopened; 0 where there is none. */
    private static long resolutionInForce(List<Recorded> history) {
        long inForce = 0;
        for (Recorded recorded : history) {
            if (recorded.event() instanceof AssessmentResolved) {
                inForce = recorded.revision();
            } else if (recorded.event() instanceof AssessmentReopened) {
                inForce = 0;
            }
        }
        return inForce;
    }
}
