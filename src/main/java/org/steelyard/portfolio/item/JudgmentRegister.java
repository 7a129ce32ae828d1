package org.steelyard.portfolio.item;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Sights;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.AnalystLine;

/** The judgments in all assessments that who is signed in may read today, now or as of an instant. */
@Service
public class JudgmentRegister {
    private final Judgments judgments;
    private final ReadableItems readable;
    private final Sights sights;

    JudgmentRegister(Judgments judgments, ReadableItems readable, Sights sights) {
        this.judgments = judgments;
        this.readable = readable;
        this.sights = sights;
    }

    /**
     * Every judgment of this analyst, or of all where that is null, sorted by position: stale ones first. Those that blind mode
     * keeps from the reader are left out.
     *
     * @throws org.steelyard.http.Problem 503 while the projection is built for the first time
     */
    public Known<JudgmentIn> all(@Nullable String analyst, @Nullable Instant asOf) {
        var found = analyst == null ? readable.find(judgments, asOf) : readable.find(judgments, analyst, asOf);
        var each = found.entries().stream()
                .map(entry -> JudgmentIn.of(entry.assessment(), entry.item(), entry.thing()))
                .sorted(comparing(JudgmentIn::position))
                .toList();
        return new Known<>(each, found.upTo());
    }

    /**
     * These judgments in their order, each as its assessment has it now, or had it at an instant. What the table does not know
     * yet is in it: of an analyst who judged anew the newer judgment, and none of one who took it back. For few: their
     * assessments are opened.
     */
    public List<Judged> open(List<JudgmentIn> listed, @Nullable Instant asOf) {
        var opened = new HashMap<String, Opened>();
        return listed.stream()
                .map(one -> opened.computeIfAbsent(one.assessment(), key -> opened(key, asOf))
                        .of(one.analyst()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Opened opened(String assessment, @Nullable Instant asOf) {
        AssessmentState state = sights.newest(assessment).weighed();
        var point = new Point(asOf == null ? state.revision() : state.revisionAt(asOf), Instant.MAX);
        return new Opened(state, point, Balance.of(state.situationAt(point)).analysts());
    }

    private record Opened(AssessmentState state, Point point, List<AnalystLine> analysts) {
        @Nullable
        Judged of(String analyst) {
            var judgment = state.judgmentAt(analyst, point);
            return judgment == null
                    ? null
                    : analysts.stream()
                            .filter(line -> line.user().equals(analyst))
                            .findFirst()
                            .map(line -> new Judged(
                                    state.key(), state.framingAt(point.revision()), judgment, line, state.proposed()))
                            .orElse(null);
        }
    }
}
