package org.steelyard.dossier.story;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/** What stood before an event, in the order of recording, so that its sentence can say from what to what. */
public final class Before {
    private final Map<String, Rating> ratings = new HashMap<>();
    private final Map<String, JudgmentRecorded> judgments = new HashMap<>();
    private final Map<String, Integer> credibility = new HashMap<>();
    private final Map<String, Relevance> relevance = new HashMap<>();
    private final Map<String, Reliability> reliability = new HashMap<>();
    private final Map<String, IndicatorStatus> status = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Object> fields = new HashMap<>();
    private boolean blind;

    @Nullable
    Rating rating(Recorded by) {
        return ratings.get(cell(by));
    }

    /** Whether blind mode was on. */
    boolean isBlind() {
        return blind;
    }

    @Nullable
    JudgmentRecorded judgment(Recorded by) {
        return judgments.get(by.stamp().author());
    }

    @Nullable
    Integer credibility(String evidence) {
        return credibility.get(evidence);
    }

    @Nullable
    Relevance relevance(String evidence) {
        return relevance.get(evidence);
    }

    @Nullable
    Reliability reliability(String source) {
        return reliability.get(source);
    }

    @Nullable
    IndicatorStatus status(String indicator) {
        return status.get(indicator);
    }

    /** The claim, statement or name of the thing with this key; empty where there is none. */
    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** What a field of the thing that the event is about held; null where it was empty. */
    @Nullable
    Object field(Recorded by, String name) {
        return fields.get(by.event().item() + " " + name);
    }

    /** Takes in an event, once its sentence is made. */
    public void take(Recorded by) {
        Fields.setBy(by.event()).forEach((name, value) -> fields.put(by.event().item() + " " + name, value));
        cleared(by.event()).forEach(name -> fields.remove(by.event().item() + " " + name));
        blind = isBlindAfter(by.event());
        switch (by.event()) {
            case InterpretationProposed e -> texts.put(e.key(), e.statement());
            case InterpretationRevised e -> put(texts, e.key(), e.statement());
            case SourceRecorded e -> {
                texts.put(e.key(), e.name());
                reliability.put(e.key(), e.reliability());
            }
            case SourceCorrected e -> {
                put(texts, e.key(), e.name());
                put(reliability, e.key(), e.reliability());
            }
            case SourceRegraded e -> reliability.put(e.key(), e.reliability());
            case EvidenceRecorded e -> {
                texts.put(e.key(), e.claim());
                grades(e.key(), e.credibility(), e.relevance());
            }
            case EvidenceCorrected e -> {
                put(texts, e.key(), e.claim());
                grades(e.key(), e.credibility(), e.relevance());
            }
            case EvidenceRegraded e -> grades(e.key(), e.credibility(), e.relevance());
            case EvidenceRated e -> ratings.put(cell(by), e.rating());
            case RatingWithdrawn _ -> ratings.remove(cell(by));
            case JudgmentRecorded e -> judgments.put(by.stamp().author(), e);
            case JudgmentWithdrawn _ -> judgments.remove(by.stamp().author());
            case IndicatorRecorded e -> {
                texts.put(e.key(), e.statement());
                status.put(e.key(), IndicatorStatus.WATCHING);
            }
            case IndicatorChanged e -> {
                put(texts, e.key(), e.statement());
                put(status, e.key(), e.status());
            }
            default -> {}
        }
    }

    private boolean isBlindAfter(AssessmentEvent event) {
        return switch (event) {
            case AssessmentOpened e -> e.blind();
            case BlindChanged e -> e.blind();
            default -> blind;
        };
    }

    /** The fields that an event empties. */
    static Set<String> cleared(AssessmentEvent event) {
        return switch (event) {
            case AssessmentRevised e -> e.cleared();
            case InterpretationRevised e -> e.cleared();
            case SourceCorrected e -> e.cleared();
            case EvidenceCorrected e -> e.cleared();
            default -> Set.of();
        };
    }

    private void grades(String key, @Nullable Integer ofCredibility, @Nullable Relevance ofRelevance) {
        put(credibility, key, ofCredibility);
        put(relevance, key, ofRelevance);
    }

    private static <V> void put(Map<String, V> map, String key, @Nullable V value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static String cell(Recorded by) {
        return Objects.requireNonNull(by.event().item()) + "/" + by.stamp().author();
    }
}
