package org.steelyard.dossier.story;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;

/** Which fields an event sets to what, of those that a later event may set again. */
final class Fields {
    private final Map<String, Object> set = new LinkedHashMap<>();

    private Fields() {}

    /** The values that are set, by the name of their field; empty for events that set no such field. */
    static Map<String, Object> setBy(AssessmentEvent event) {
        var fields = new Fields();
        switch (event) {
            case AssessmentOpened e -> fields.whole(e.title(), e.question(), e.horizon(), e.tags());
            case AssessmentRevised e -> fields.whole(e.title(), e.question(), e.horizon(), e.tags());
            case InterpretationProposed e -> fields.interpretation(e.statement(), e.holder(), e.discriminator());
            case InterpretationRevised e -> fields.interpretation(e.statement(), e.holder(), e.discriminator());
            case SourceRecorded e -> fields.source(e.name(), e.kind(), e.reliability(), e.origin());
            case SourceCorrected e -> fields.source(e.name(), e.kind(), e.reliability(), e.origin());
            case EvidenceRecorded e ->
                fields.texts(e.claim(), e.source(), e.origin(), e.link())
                        .grades(e.credibility(), e.relevance(), e.kind())
                        .dates(e.occurredOn(), e.publishedOn(), e.marking());
            case EvidenceCorrected e ->
                fields.texts(e.claim(), e.source(), e.origin(), e.link())
                        .grades(e.credibility(), e.relevance(), e.kind())
                        .dates(e.occurredOn(), e.publishedOn(), e.marking());
            default -> {}
        }
        return fields.set;
    }

    private void whole(
            @Nullable Object title, @Nullable Object question, @Nullable Object horizon, @Nullable Object tags) {
        put("title", title).put("question", question).put("horizon", horizon).put("tags", tags);
    }

    private void interpretation(@Nullable Object statement, @Nullable Object holder, @Nullable Object discriminator) {
        put("statement", statement).put("holder", holder).put("discriminator", discriminator);
    }

    private void source(
            @Nullable Object name, @Nullable Object kind, @Nullable Object reliability, @Nullable Object origin) {
        put("name", name).put("kind", kind).put("reliability", reliability).put("origin", origin);
    }

    private Fields texts(
            @Nullable Object claim, @Nullable Object source, @Nullable Object origin, @Nullable Object link) {
        return put("claim", claim).put("source", source).put("origin", origin).put("link", link);
    }

    private Fields grades(@Nullable Object credibility, @Nullable Object relevance, @Nullable Object kind) {
        return put("credibility", credibility).put("relevance", relevance).put("kind", kind);
    }

    private void dates(@Nullable Object occurredOn, @Nullable Object publishedOn, @Nullable Object marking) {
        put("occurredOn", occurredOn).put("publishedOn", publishedOn).put("marking", marking);
    }

    private Fields put(String name, @Nullable Object value) {
        if (value != null) {
            set.put(name, value);
        }
        return this;
    }
}
