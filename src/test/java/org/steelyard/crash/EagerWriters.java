package org.steelyard.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Writing;

/** Eight writers, two to an assessment, who write without a pause until their node fails. */
final class EagerWriters {
    static final int WRITERS = 8;
    private static final int ASSESSMENTS = 4;

    private final Assessments assessments;
    private final int round;
    private final Consumer<Said> acknowledged;
    private final List<Thread> threads = new ArrayList<>();

    private EagerWriters(Assessments assessments, int round, Consumer<Said> acknowledged) {
        this.assessments = assessments;
        this.round = round;
        this.acknowledged = acknowledged;
    }

    /** The n-th comment of a writer in one round; unique. */
    record Said(int round, int writer, int number) {

        static Said parse(String text) {
            String[] parts = text.split(" ", -1);
            return new Said(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        String text() {
            return round + " " + writer + " " + number;
        }

        String assessment() {
            return "crash-" + writer % ASSESSMENTS;
        }
    }

    /** Lets them write; {@code acknowledged} hears of each write before its writer begins the next. */
    static EagerWriters start(Node node, int round, Consumer<Said> acknowledged) {
        var assessments = node.get(Assessments.class);
        for (int i = 0; i < ASSESSMENTS; i++) {
            if (node.get(AssessmentLog.class).revision("crash-" + i) == 0) {
                Writing.open(assessments, "crash-" + i);
            }
        }
        var writers = new EagerWriters(assessments, round, acknowledged);
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.threads.add(Thread.ofVirtual().start(() -> writers.write(writer)));
        }
        return writers;
    }

    private void write(int writer) {
        try {
            for (int number = 0; ; number++) {
                var said = new Said(round, writer, number);
                Writing.say(assessments, said.assessment(), said.text());
                acknowledged.accept(said);
            }
        } catch (RuntimeException theNodeIsGone) {
            // Which is what ends a round.
        }
    }

    /** Waits until all of them have failed. */
    void untilAllHaveFailed() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
