package org.steelyard.assessment;

import java.util.Map;
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
import org.steelyard.balance.Balance;
import org.steelyard.balance.Situation;

/** A state that is folded already, at a random point: a short history against a long one of the same size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AsOfBench {
    @Param({"1500", "100000"})
    public int events;

    @Param
    public Clocks turned = Clocks.BOTH;

    private AssessmentState state;
    private BareFold bareFold;
    private Points points;

    @Setup
    public void fold() {
        var history = SteadyHistory.of(events, 1);
        state = AssessmentState.fold(history.events());
        points = new Points(history, 2);
        bareFold = new BareFold(history.events());
        Agreement.require(bareFold, state, points, turned);
    }

    @Benchmark
    public Balance balance() {
        return Balance.of(state.situationAt(points.next(turned)));
    }

    /** The first half of that: finding what is in force, without weighing it. */
    @Benchmark
    public Situation situation() {
        return state.situationAt(points.next(turned));
    }

    /** What it costs without an index of versions: one look at each event, whatever the point. */
    @Benchmark
    public Map<BareFold.Fact, BareFold.Value> bareFold() {
        return bareFold.ask(points.next(turned));
    }
}
