package org.steelyard.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.steelyard.TestServer;
import org.steelyard.access.Members;
import org.steelyard.access.Role;

/** The real server on a store of its own in a temporary folder, which holds one steady history. */
public final class ServedHistory implements AutoCloseable {
    public static final String KEY = "bench";

    private static final String READER = "reader";

    private final Path folder;
    private final TestServer server;
    private final SteadyHistory history;

    private ServedHistory(Path folder, TestServer server, SteadyHistory history) {
        this.folder = folder;
        this.server = server;
        this.history = history;
    }

    public static ServedHistory of(int events) {
        try {
            Path folder = Files.createTempDirectory("steelyard-bench");
            var served = new ServedHistory(
                    folder,
                    TestServer.start(folder, "--logging.level.root=WARN", "--spring.main.banner-mode=off"),
                    SteadyHistory.of(events, 1));
            served.fill();
            return served;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        server.addUser(READER, "READER");
        server.bean(Assessments.class)
                .importAll(
                        List.of(history.events()),
                        outcomes -> server.bean(Members.class)
                                .add(
                                        KEY,
                                        READER,
                                        Role.READER,
                                        READER,
                                        history.recordedAt(history.events().size())));
    }

    /** Reads and parses the whole stream. */
    public List<Recorded> read() {
        return server.bean(AssessmentLog.class).read(KEY, 0);
    }

    /** A program of somebody who may read the assessment. */
    TestServer.Client reader() {
        return server.as(READER);
    }

    Points points() {
        return new Points(history, 2);
    }

    @Override
    public void close() {
        server.stop();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
