package org.steelyard.assessment;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.Balance;

/** From events in memory to the balance, against a bare loop over the same events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BalanceBench {
    @Param({"1000", "10000", "100000"})
    public int events;

    private List<Recorded> history = List.of();
    private AssessmentState state = AssessmentState.none();
    private final Random random = new Random(1);

    @Setup
    public void fold() {
        history = LongHistory.of(events);
        state = AssessmentState.fold(history);
    }

    /** The floor: what it costs to look at each event once. */
    @Benchmark
    public int bareLoop() {
        int sum = 0;
        for (Recorded recorded : history) {
            sum += switch (recorded.event()) {
                case EvidenceRated rated -> rated.evidence().length();
                case JudgmentRecorded judged -> judged.probabilities().size();
                case EvidenceRecorded item -> item.credibility();
                default -> 1;
            };
        }
        return sum;
    }

    @Benchmark
    public AssessmentState foldAlone() {
        return AssessmentState.fold(history);
    }

    @Benchmark
    public Balance foldAndScore() {
        AssessmentState folded = AssessmentState.fold(history);
        return Balance.of(folded.situationAt(folded.latest()));
    }

    /** On a state already folded, at any point on both clocks. */
    @Benchmark
    public Balance scoreAtRandomPoint() {
        long revision = 1 + random.nextLong(events);
        var since = history.get(random.nextInt(events)).stamp().effectiveAt();
        return Balance.of(state.situationAt(new Point(revision, since)));
    }

    @Benchmark
    public Balance scoreLatest() {
        return Balance.of(state.situationAt(state.latest()));
    }
}
