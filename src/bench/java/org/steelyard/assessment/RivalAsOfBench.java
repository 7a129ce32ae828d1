package org.steelyard.assessment;

import java.util.Collection;
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

/** The ratings in force at a random point, asked of stores that keep the past. Compare with {@link AsOfBench}. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RivalAsOfBench {
    /** A store that holds the history, on both clocks or on one. */
    @State(Scope.Benchmark)
    public abstract static class Store<A> {
        @Param({"1500", "100000"})
        public int events;

        private Rival<A> rival;
        private Points points;

        @Setup
        public void load() {
            SteadyHistory history = history();
            long begin = System.nanoTime();
            rival = filled(history);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
            System.out.printf(
                    "# %s: %,d events loaded in %d s%n", rival.getClass().getSimpleName(), events, seconds);
            points = new Points(history, 2);
            Agreement.require(rival, AssessmentState.fold(history.events()), points, turned());
        }

        abstract Rival<A> filled(SteadyHistory history);

        SteadyHistory history() {
            return SteadyHistory.of(events, 1).onOneClock();
        }

        Clocks turned() {
            return Clocks.RECORDED;
        }

        A askAtRandom() {
            return rival.ask(points.next(turned()));
        }

        @TearDown
        public void close() {
            rival.close();
        }
    }

    public static class InXtdb extends Store<Collection<List<?>>> {
        @Param
        public Clocks turned = Clocks.BOTH;

        @Override
        Rival<Collection<List<?>>> filled(SteadyHistory history) {
            return new Xtdb(history);
        }

        @Override
        SteadyHistory history() {
            return SteadyHistory.of(events, 1);
        }

        @Override
        Clocks turned() {
            return turned;
        }
    }

    public static class InDatomic extends Store<Collection<List<?>>> {
        @Override
        Rival<Collection<List<?>>> filled(SteadyHistory history) {
            return new Datomic(history);
        }
    }

    public static class InEnvers extends Store<List<Object[]>> {
        @Override
        Rival<List<Object[]>> filled(SteadyHistory history) {
            return new Envers(history);
        }
    }

    @Benchmark
    public Collection<List<?>> xtdb(InXtdb store) {
        return store.askAtRandom();
    }

    @Benchmark
    public Collection<List<?>> datomicOnOneClock(InDatomic store) {
        return store.askAtRandom();
    }

    @Benchmark
    public List<Object[]> enversOnOneClock(InEnvers store) {
        return store.askAtRandom();
    }
}
