package org.steelyard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A case of the demo in the store that the tests share, under a key of its own, its recorded times those of the test. */
public final class DemoCase {
    private DemoCase() {}

    /** Imports the case of this name; gives the key that it has here. */
    public static String imported(String name) {
        String key = TestServer.newKey();
        TestServer.shared()
                .as("admin")
                .send("POST", "/api/v1/imports", "application/yaml", text(name, key))
                .expect(201);
        return key;
    }

    private static String text(String name, String key) {
        try {
            return Files.readString(Path.of("seeds", name + ".yaml"))
                    .replaceAll("(?m)^ +recordedAt: .*\\R", "")
                    .replaceAll(" recordedAt: [^,}]*,", "")
                    .replace("- key: " + name + "\n", "- key: " + key + "\n");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
