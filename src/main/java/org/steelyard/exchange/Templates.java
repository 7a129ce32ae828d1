package org.steelyard.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.steelyard.exchange.casefile.CaseTemplate;

/** The case files to begin from: those of {@code seeds/templates}, which the build puts on the class path. */
@Component
final class Templates {
    private static final List<String> FILES = List.of("by-date.yaml", "succession.yaml", "alliance.yaml");

    private final List<CaseTemplate> all = FILES.stream().map(Templates::read).toList();

    List<CaseTemplate> all() {
        return all;
    }

    Optional<CaseTemplate> find(String name) {
        return all.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    private static CaseTemplate read(String file) {
        try {
            return CaseTemplate.of(
                    new ClassPathResource("seeds/templates/" + file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(file + " is not in the jar", missing);
        }
    }
}
