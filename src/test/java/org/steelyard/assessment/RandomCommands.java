package org.steelyard.assessment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.*;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.balance.At;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.balance.Situation.Cell;

/** Random commands of every kind, mostly about what stands at one effective time, so that most of them are allowed. */
final class RandomCommands extends RandomValues {
    private static final int MANY_INTERPRETATIONS = 5;

    /** Each kind as often as it is to come. */
    private static final List<Function<RandomCommands, AssessmentCommand>> KINDS = Stream.of(
                    times(2, RandomCommands::reviseAssessment),
                    times(5, RandomCommands::propose),
                    times(3, RandomCommands::reviseInterpretation),
                    times(1, c -> new WithdrawInterpretation(c.inForce(c.chronicle.interpretations))),
                    times(3, c -> new ReinstateInterpretation(c.outOfForce(c.chronicle.interpretations))),
                    times(3, RandomCommands::recordSource),
                    times(4, RandomCommands::correctSource),
                    times(14, RandomCommands::recordEvidence),
                    times(7, RandomCommands::correctEvidence),
                    times(4, c -> new RetractEvidence(c.inForce(c.chronicle.evidence))),
                    times(5, c -> new ReinstateEvidence(c.outOfForce(c.chronicle.evidence))),
                    times(70, RandomCommands::rate),
                    times(4, RandomCommands::withdrawRating),
                    times(9, RandomCommands::judge),
                    times(1, c -> new WithdrawJudgment()),
                    times(1, RandomCommands::recordIndicator),
                    times(2, RandomCommands::changeIndicator),
                    times(3, RandomCommands::comment),
                    times(1, RandomCommands::requestReview),
                    times(3, RandomCommands::review),
                    times(1, RandomCommands::resolve),
                    times(9, c -> new ReopenAssessment()))
            .flatMap(List::stream)
            .toList();

    private final AssessmentState state;
    private final Chronicle chronicle;
    private final At at;
    private final String author;

    /** @param at the effective time that the commands are to have */
    RandomCommands(Random random, AssessmentState state, At at, String author) {
        super(random);
        this.state = state;
        this.chronicle = state.chronicle();
        this.at = at;
        this.author = author;
    }

    private static List<Function<RandomCommands, AssessmentCommand>> times(
            int count, Function<RandomCommands, AssessmentCommand> kind) {
        return Collections.nCopies(count, kind);
    }

    AssessmentCommand any() {
        return KINDS.get(random.nextInt(KINDS.size())).apply(this);
    }

    OpenAssessment opening(String key) {
        return new OpenAssessment(
                key,
                text(),
                text(),
                oneOf(Relation.EXCLUSIVE, Relation.EXCLUSIVE, Relation.OVERLAPPING),
                maybe(date()),
                oneOf(Marking.values()),
                tags(),
                policy(),
                random.nextInt(3) == 0);
    }

    private AssessmentCommand reviseAssessment() {
        var cleared = cleared("horizon", "tags");
        return new ReviseAssessment(
                rarely(text()),
                rarely(text()),
                unless(cleared, "horizon", date()),
                unless(cleared, "tags", tags()),
                rarely(oneOf(Marking.values())),
                maybe(policy()),
                rarely(random.nextBoolean()),
                rarely(random.nextBoolean()),
                cleared);
    }

    private AssessmentCommand propose() {
        return chronicle.interpretations.size() < MANY_INTERPRETATIONS
                ? new ProposeInterpretation(maybe(freshKey("h")), text(), maybe(text()), maybe(text()))
                : rate();
    }

    private AssessmentCommand reviseInterpretation() {
        var cleared = cleared("holder", "discriminator");
        return new ReviseInterpretation(
                inForce(chronicle.interpretations),
                maybe(text()),
                unless(cleared, "holder", text()),
                unless(cleared, "discriminator", text()),
                cleared);
    }

    private AssessmentCommand recordSource() {
        return new RecordSource(maybe(freshKey("src")), text(), text(), oneOf(Reliability.values()), maybe(origin()));
    }

    private AssessmentCommand correctSource() {
        var cleared = cleared("origin");
        return new CorrectSource(
                inForce(chronicle.sources),
                rarely(text()),
                rarely(text()),
                maybe(oneOf(Reliability.values())),
                unless(cleared, "origin", origin()),
                cleared);
    }

    private AssessmentCommand recordEvidence() {
        return new RecordEvidence(
                maybe(freshKey("item")),
                text(),
                inForce(chronicle.sources),
                1 + random.nextInt(6),
                oneOf(Relevance.values()),
                oneOf(EvidenceKind.values()),
                maybe(origin()),
                maybe(partialDate()),
                maybe(partialDate()),
                maybe(link()),
                rarely(oneOf(Marking.values())));
    }

    private AssessmentCommand correctEvidence() {
        boolean regrade = random.nextInt(3) == 0;
        Set<String> cleared = regrade ? Set.of() : cleared("origin", "occurredOn", "publishedOn", "link", "marking");
        return new CorrectEvidence(
                inForce(chronicle.evidence),
                regrade ? null : rarely(text()),
                regrade ? null : rarely(inForce(chronicle.sources)),
                maybe(1 + random.nextInt(6)),
                maybe(oneOf(Relevance.values())),
                regrade ? null : rarely(oneOf(EvidenceKind.values())),
                regrade ? null : unless(cleared, "origin", origin()),
                regrade ? null : unless(cleared, "occurredOn", partialDate()),
                regrade ? null : unless(cleared, "publishedOn", partialDate()),
                regrade ? null : unless(cleared, "link", link()),
                regrade ? null : unless(cleared, "marking", oneOf(Marking.values())),
                cleared);
    }

    private AssessmentCommand rate() {
        if (author.startsWith("r")) {
            return review();
        }
        return new RateEvidence(
                inForce(chronicle.evidence),
                inForce(chronicle.interpretations),
                oneOf(Rating.values()),
                rarely(text()));
    }

    private AssessmentCommand withdrawRating() {
        var own = new ArrayList<WithdrawRating>();
        for (Evidence item : chronicle.evidence.values()) {
            for (Cell cell : item.cells(at)) {
                if (cell.ratings().containsKey(author)) {
                    own.add(new WithdrawRating(cell.item(), cell.interpretation()));
                }
            }
        }
        own.sort(Comparator.comparing(WithdrawRating::toString));
        return own.isEmpty() ? rate() : any(own);
    }

    private AssessmentCommand judge() {
        if (author.startsWith("r")) {
            return comment();
        }
        Map<String, Double> probabilities = new HashMap<>();
        for (String key : chronicle.interpretationsInForce(at)) {
            probabilities.put(key, oneOf(0.0, 1.0, 0.25, random.nextDouble(), random.nextDouble()));
        }
        return new RecordJudgment(probabilities, oneOf(Confidence.values()), text(), someEvidence(), someEvidence());
    }

    private List<String> someEvidence() {
        var some = new ArrayList<String>();
        for (Evidence item : chronicle.evidenceInForce(at)) {
            String key = item.key();
            if (random.nextInt(4) == 0) {
                some.add(key);
            }
        }
        Collections.shuffle(some, random);
        return some;
    }

    private AssessmentCommand recordIndicator() {
        return new RecordIndicator(maybe(freshKey("sign")), text(), inForce(chronicle.interpretations), maybe(date()));
    }

    private AssessmentCommand changeIndicator() {
        var cleared = cleared("deadline");
        return new ChangeIndicator(
                inForce(chronicle.indicators),
                rarely(text()),
                rarely(inForce(chronicle.interpretations)),
                unless(cleared, "deadline", date()),
                maybe(oneOf(IndicatorStatus.values())),
                cleared);
    }

    private AssessmentCommand comment() {
        String evidence = inForce(chronicle.evidence);
        String interpretation = inForce(chronicle.interpretations);
        About about = switch (random.nextInt(5)) {
            case 0 -> new About(evidence, null, null, null);
            case 1 -> new About(null, interpretation, null, null);
            case 2 -> new About(null, null, evidence + "/" + interpretation, null);
            case 3 -> new About(null, null, null, revision());
            default -> null;
        };
        return new MakeComment(text(), about, rarely(lastComment()));
    }

    private @Nullable Long lastComment() {
        return state.events().reversed().stream()
                .filter(recorded -> recorded.event() instanceof AssessmentEvent.CommentMade)
                .map(Recorded::revision)
                .findFirst()
                .orElse(null);
    }

    private AssessmentCommand requestReview() {
        return new RequestReview(revision(), oneOf(List.of("rex"), List.of("rae", "rex")), maybe(text()));
    }

    private AssessmentCommand review() {
        String digest = "%016x".formatted(random.nextLong()).repeat(4);
        return new GiveReview(revision(), oneOf(Verdict.values()), text(), digest, oneOf(KnownBy.values()));
    }

    private AssessmentCommand resolve() {
        LocalDate on = At.instant(at.micros()).atOffset(ZoneOffset.UTC).toLocalDate();
        if (state.relation() == Relation.EXCLUSIVE) {
            return new ResolveAssessment(maybe(inForce(chronicle.interpretations)), null, on, text());
        }
        Map<String, Boolean> outcomes = new HashMap<>();
        for (String key : chronicle.interpretationsInForce(at)) {
            outcomes.put(key, random.nextBoolean());
        }
        return new ResolveAssessment(null, maybe(outcomes), on, text());
    }

    private long revision() {
        return 1 + random.nextLong(state.revision());
    }

    private String inForce(Map<String, ? extends Facts> things) {
        return key(things, facts -> facts.inForce(at));
    }

    private String outOfForce(Map<String, ? extends Facts> things) {
        return key(things, facts -> facts.known(at) && !facts.inForce(at));
    }

    private String key(Map<String, ? extends Facts> things, Predicate<Facts> wanted) {
        List<String> keys = things.entrySet().stream()
                .filter(thing -> wanted.test(thing.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return keys.isEmpty() ? "missing" : any(keys);
    }

    private String freshKey(String prefix) {
        return prefix + "-" + random.nextInt(10_000);
    }
}
