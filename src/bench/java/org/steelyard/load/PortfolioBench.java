package org.steelyard.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.TestServer;

/**
 * The first page of the portfolio as many programs at once get it from a real server, now and as of random instants, by turns in
 * one run. All of them run on the same machine as the server, so what they wait for is mostly each other.
 */
final class PortfolioBench {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = 4;
    private static final Duration TURN = Duration.ofSeconds(8);
    private static final String PATH = "/api/v1/portfolio";

    private final Running running;
    private final String token;
    private final Instant first;
    private final Instant last;

    private PortfolioBench(Running running) {
        this.running = running;
        token = running.token(People.READER);
        var jdbc = running.server().bean(JdbcTemplate.class);
        first = recorded(jdbc, "MIN");
        last = recorded(jdbc, "MAX");
    }

    private static Instant recorded(JdbcTemplate jdbc, String which) {
        String sql = "SELECT " + which + "(time_stamp) FROM domain_event";
        return Instant.parse(Objects.requireNonNull(jdbc.queryForObject(sql, String.class)));
    }

    static void run() throws InterruptedException, ExecutionException {
        try (Running running = Running.start()) {
            running.awaitProjections(running.as("admin"));
            var bench = new PortfolioBench(running);
            for (int clients : List.of(1, CLIENTS)) {
                bench.measure(clients);
            }
        }
    }

    private void measure(int clients) throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            Latencies now = turn(clients, dice -> PATH);
            Latencies then = turn(clients, dice -> PATH + "?asOf=" + anyInstant(dice));
            System.out.printf(
                    "%2d clients%s%n    now    %s%n    as of  %s%n    as of, times now: p50 %.2f, p99 %.2f%n",
                    clients,
                    round == 0 ? ", warming up" : "",
                    now,
                    then,
                    then.at(0.5) / now.at(0.5),
                    then.at(0.99) / now.at(0.99));
        }
    }

    private Instant anyInstant(Dice dice) {
        long seconds = Duration.between(first, last).toSeconds();
        return first.plusSeconds((long) (dice.between(0.0, 1.0) * seconds));
    }

    private Latencies turn(int clients, Function<Dice, String> path) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TURN.toNanos();
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Long>>> turns = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                var dice = new Dice(i);
                TestServer.Client client = running.server().withToken(token);
                turns.add(threads.submit(() -> ask(client, end, () -> path.apply(dice))));
            }
            for (Future<List<Long>> each : turns) {
                all.addAll(each.get());
            }
        }
        return Latencies.of(all);
    }

    private static List<Long> ask(TestServer.Client client, long end, Supplier<String> path) {
        var nanos = new ArrayList<Long>();
        long begun = System.nanoTime();
        while (begun < end) {
            client.get(path.get()).expect(200);
            long done = System.nanoTime();
            nanos.add(done - begun);
            begun = done;
        }
        return nanos;
    }

    /** How long requests took, sorted, in nanoseconds. */
    private record Latencies(List<Long> nanos) {

        static Latencies of(List<Long> nanos) {
            return new Latencies(nanos.stream().sorted().toList());
        }

        /** Milliseconds. */
        double at(double share) {
            return nanos.get((int) (share * (nanos.size() - 1))) / 1e6;
        }

        @Override
        public String toString() {
            return String.format("%,7d requests, p50 %7.1f ms, p99 %7.1f ms", nanos.size(), at(0.5), at(0.99));
        }
    }
}
