package org.steelyard.portfolio;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.steelyard.portfolio.projection.Progress;
import org.steelyard.site.Wording;

/** How far a build is: on a terminal a bar that is drawn over itself, elsewhere a line now and then. */
final class ProgressBar implements AutoCloseable {
    static final Duration EVERY = Duration.ofMillis(300);
    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final Wording wording = new Wording();
    private int drawn;
    private long said = -1;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void show(Progress progress) {
        double share = progress.eventsTotal() == 0 ? 1 : (double) progress.eventsDone() / progress.eventsTotal();
        String line = line(progress, Math.min(1, share));
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            drawn = line.length();
        } else if ((long) (share * TENTHS) > said) {
            said = (long) (share * TENTHS);
            out.println(line);
        }
        out.flush();
    }

    private String line(Progress progress, double share) {
        int full = (int) (share * WIDTH);
        Double rate = progress.eventsPerSecond();
        Double left = progress.secondsLeft();
        return progress.name()
                + (terminal ? " [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]" : "")
                + String.format(
                        Locale.ROOT,
                        " %3d %%, %,d of %,d events",
                        (int) (share * 100),
                        progress.eventsDone(),
                        progress.eventsTotal())
                + (rate == null ? "" : String.format(Locale.ROOT, ", %,.0f a second", rate))
                + (left == null ? "" : ", " + wording.duration(left) + " left");
    }

    @Override
    public void close() {
        if (drawn > 0) {
            out.println();
            out.flush();
        }
    }
}
