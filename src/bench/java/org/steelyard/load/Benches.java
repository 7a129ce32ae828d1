package org.steelyard.load;

import org.steelyard.live.StreamBench;

/** Runs what {@code -Dbench} names: what fills or reads a whole store by its name, and all else by JMH. */
public final class Benches {
    private Benches() {}

    public static void main(String[] arguments) throws Exception, InterruptedException {
        switch (arguments[arguments.length - 1]) {
            case "Load" -> Load.run();
            case "SameRows" -> SameRows.run();
            case "ReadBench" -> ReadBench.run();
            case "RebuildBench" -> RebuildBench.run();
            case "PortfolioBench" -> PortfolioBench.run();
            case "StreamBench" -> StreamBench.run();
            default -> org.openjdk.jmh.Main.main(arguments);
        }
    }
}
