package org.steelyard.assessment;

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
import org.steelyard.TestServer;

/** The balance at a random point as a program gets it: by HTTP from a running server, signed in by a token. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class HttpAsOfBench {
    @Param({"1500", "100000"})
    public int events;

    @Param
    public Clocks turned = Clocks.BOTH;

    private ServedHistory served;
    private TestServer.Client reader;
    private Points points;

    @Setup
    public void serve() {
        served = ServedHistory.of(events);
        reader = served.reader();
        points = served.points();
    }

    @TearDown
    public void stop() {
        served.close();
    }

    @Benchmark
    public String balance() {
        Point point = points.next(turned);
        Instant effectiveAt = point.effectiveAt();
        return reader.get("/api/v1/assessments/" + ServedHistory.KEY + "/balance?asOf=r" + point.revision()
                        + "&effectiveAt=" + effectiveAt)
                .expect(200)
                .body();
    }
}
