package org.steelyard.assessment;

import java.util.List;
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
import org.steelyard.balance.Balance;

/** What a point in time costs when nothing is kept in memory: from the stored stream. Prints what keeping would take. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
public class ColdAsOfBench {
    @Param({"1500", "100000"})
    public int events;

    private ServedHistory served;
    private Points points;

    @Setup
    public void store() {
        served = ServedHistory.of(events);
        points = served.points();
        if (events > SteadyHistory.SHORTEST) {
            printWhatIsKept();
        }
    }

    private void printWhatIsKept() {
        readFoldAndScore(); // What the first reading loads for good is none of the state's.
        long without = usedBytes();
        AssessmentState state = AssessmentState.fold(served.read());
        long kilobytes = (usedBytes() - without) * 1_000 / state.revision() / 1_024;
        System.out.printf("%n# a folded state of %,d events keeps %,d KB per 1,000 events%n", events, kilobytes);
    }

    private static long usedBytes() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @TearDown
    public void stop() {
        served.close();
    }

    /** The floor: reading and parsing, nothing more. */
    @Benchmark
    public List<Recorded> readAlone() {
        return served.read();
    }

    @Benchmark
    public Balance readFoldAndScore() {
        AssessmentState state = AssessmentState.fold(served.read());
        return Balance.of(state.situationAt(points.next(Clocks.BOTH)));
    }
}
