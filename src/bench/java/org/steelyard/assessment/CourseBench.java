package org.steelyard.assessment;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What an event of a long course costs: the readings after it, and what qualifies them on top of that. 100 items in force, four
 * interpretations, five analysts who judge in turn, one of them after so many events: often, or hardly ever.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CourseBench {
    private static final int EVENTS = 100_000;

    @Param({"25", "10000"})
    public int judging;

    private Course course = Course.recorded(AssessmentState.none(), 0, 0, null);

    @Setup
    public void fold() {
        var size = new SteadyHistory.Size(100, 4, List.of("ada", "ben", "cyd", "dov", "eve"), judging);
        AssessmentState state =
                AssessmentState.fold(SteadyHistory.of(EVENTS, 1, size).events());
        course = Course.recorded(state, 0, state.revision(), null);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void follow(Blackhole sink) {
        course.follow(sink::consume);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void walkToCountStale(Blackhole sink) {
        walk(sink, waypoint -> sink.consume(waypoint.staleJudgments()));
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void walkToJudgments(Blackhole sink) {
        walk(sink, waypoint -> sink.consume(waypoint.judgments()));
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void walkToSources(Blackhole sink) {
        walk(sink, waypoint -> sink.consume(waypoint.sources()));
    }

    private void walk(Blackhole sink, Consumer<Waypoint> more) {
        course.walk(waypoint -> {
            sink.consume(waypoint.readings());
            sink.consume(waypoint.confidence());
            sink.consume(waypoint.spread());
            more.accept(waypoint);
        });
    }
}
