package org.steelyard.dossier;

import java.time.Instant;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.ServedHistory;
import org.steelyard.assessment.Sight;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;

/** The balance after every event that changed it, against reading, parsing and folding the same stored stream. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class HistoryBench {
    private static final int POINTS = 10_000;

    /** The first is the length at which some 10,000 events change the balance; from the second as many points are chosen. */
    @Param({"12600", "100000"})
    public int events;

    @Param
    public Axis axis = Axis.RECORDED;

    private ServedHistory served;
    private AssessmentState state;
    private RangeInTime whole;
    private Instant now;

    @Setup
    public void store() {
        served = ServedHistory.of(events);
        state = readAndFold();
        now = state.recordedAt();
        whole = new RangeInTime(axis, null, null, null, null);
        System.out.printf(
                "%n# %,d of %,d events change the balance%n", history().all(), events);
    }

    @TearDown
    public void stop() {
        served.close();
    }

    @Benchmark
    public AssessmentState readAndFold() {
        return AssessmentState.fold(served.read());
    }

    @Benchmark
    public History history() {
        return History.of(Stretch.of(Sight.full(state), whole, now), POINTS);
    }

    /** The same where nothing is kept in memory. */
    @Benchmark
    public History readFoldAndHistory() {
        return History.of(Stretch.of(Sight.full(readAndFold()), whole, now), POINTS);
    }
}
