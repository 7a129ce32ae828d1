package org.steelyard.exchange.casefile;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/** What an entry of a case file asks for. Comments and reviews still name revisions by the {@code seq} of the file. */
final class Commands {

    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private Commands() {}

    /** What the entry asks for; null where its fields do not even say that, and a complaint does. */
    static @Nullable AssessmentCommand of(Entry entry) {
        return of(entry, entry.content());
    }

    private static @Nullable AssessmentCommand of(Entry entry, Fields fields) {
        return switch (entry.kind()) {
            case ASSESSMENT -> assessment(fields);
            case SOURCE -> source(fields);
            case INTERPRETATION -> interpretation(fields);
            case EVIDENCE -> evidence(fields);
            case RATING -> rating(fields);
            case JUDGMENT -> judgment(fields);
            case INDICATOR -> indicator(fields);
            case RESOLUTION -> resolution(fields);
            case CHANGE -> entry.change() == null ? null : ChangeCommands.of(entry.change(), entry.fields(), fields);
        };
    }

    private static OpenAssessment assessment(Fields fields) {
        return new OpenAssessment(
                fields.requiredText("key"),
                fields.requiredText("title"),
                fields.requiredText("question"),
                requireNonNullElse(fields.oneOf("relation", Relation.class), Relation.EXCLUSIVE),
                fields.date("horizon"),
                requireNonNullElse(marking(fields), Marking.AMBER),
                requireNonNullElse(fields.texts("tags"), List.of()),
                requireNonNullElse(policy(fields), PolicyChange.NONE),
                requireNonNullElse(fields.bool("blind"), Boolean.FALSE));
    }

    private static RecordSource source(Fields fields) {
        return new RecordSource(
                fields.text("key"),
                fields.requiredText("name"),
                fields.requiredText("kind"),
                fields.required("reliability", reliability(fields), Reliability.F),
                fields.text("origin"));
    }

    private static ProposeInterpretation interpretation(Fields fields) {
        return new ProposeInterpretation(
                fields.text("key"),
                fields.requiredText("statement"),
                fields.text("holder"),
                fields.text("discriminator"));
    }

    private static RecordEvidence evidence(Fields fields) {
        return new RecordEvidence(
                fields.text("key"),
                fields.requiredText("claim"),
                fields.requiredText("source"),
                fields.required("credibility", fields.smallInteger("credibility"), 6),
                fields.required("relevance", fields.oneOf("relevance", Relevance.class), Relevance.M),
                requireNonNullElse(fields.oneOf("kind", EvidenceKind.class), EvidenceKind.REPORT),
                fields.text("origin"),
                fields.text("occurredOn"),
                fields.text("publishedOn"),
                link(fields),
                marking(fields));
    }

    private static RateEvidence rating(Fields fields) {
        return new RateEvidence(
                fields.requiredText("evidence"),
                fields.requiredText("interpretation"),
                fields.required("rating", fields.oneOf("rating", Rating.class), Rating.NA),
                fields.text("rationale"));
    }

    private static RecordJudgment judgment(Fields fields) {
        return new RecordJudgment(
                fields.required("probabilities", fields.map("probabilities", Fields::decimal), Map.of()),
                fields.required("confidence", fields.oneOf("confidence", Confidence.class), Confidence.LOW),
                fields.requiredText("rationale"),
                requireNonNullElse(fields.texts("restsOn"), List.of()),
                requireNonNullElse(fields.texts("arguedAgainst"), List.of()));
    }

    private static RecordIndicator indicator(Fields fields) {
        return new RecordIndicator(
                fields.text("key"),
                fields.requiredText("statement"),
                fields.requiredText("speaksFor"),
                fields.date("deadline"));
    }

    static ResolveAssessment resolution(Fields fields) {
        return new ResolveAssessment(
                fields.text("outcome"),
                fields.map("outcomes", Fields::bool),
                fields.required("resolvedOn", fields.date("resolvedOn"), NO_DATE),
                fields.requiredText("basis"));
    }

    static @Nullable Reliability reliability(Fields fields) {
        return fields.oneOf("reliability", Reliability.class);
    }

    static @Nullable Marking marking(Fields fields) {
        return fields.oneOf("marking", Marking.class, Marking::label);
    }

    static @Nullable URI link(Fields fields) {
        return fields.parsed("link", "an http or https address", URI::create);
    }

    static @Nullable PolicyChange policy(Fields fields) {
        var policy = fields.object("policy", Set.of("rho", "extremize", "floor", "minCoverage", "staleAbove"));
        return policy == null
                ? null
                : new PolicyChange(
                        policy.decimal("rho"),
                        policy.decimal("extremize"),
                        policy.decimal("floor"),
                        policy.decimal("minCoverage"),
                        policy.decimal("staleAbove"));
    }

    /** Those of the optional fields that are null here; a complaint for each other field that is. */
    static Set<String> cleared(Fields fields, Set<String> all, String... optional) {
        var cleared = new HashSet<String>();
        for (String name : all) {
            if (fields.clears(name)) {
                if (List.of(optional).contains(name)) {
                    cleared.add(name);
                } else {
                    fields.complain(
                            name,
                            "the field " + Quoted.of(name) + " cannot be emptied: give it a value or leave it out");
                }
            }
        }
        return cleared;
    }
}
