package org.steelyard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The lines of routes.txt, which {@code RoutesTest} keeps complete. */
public final class Routes {
    private Routes() {}

    /** What each route needs, in the file's word for it, by the route: {@code GET /a/{key}}. */
    public static Map<String, String> needs() {
        var needs = new LinkedHashMap<String, String>();
        try {
            var text = new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        needs.put(line.substring(space).strip(), line.substring(0, space));
                    });
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return needs;
    }
}
