package org.steelyard.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.Recorded;
import org.steelyard.exchange.casefile.CaseFiles;
import org.steelyard.exchange.casefile.Importer;
import org.steelyard.exchange.casefile.Importer.InNameOf;
import org.steelyard.exchange.casefile.Syntax;

/**
 * Puts the demo case into an empty store, at the times that its files simulate and as though each author had signed in and
 * recorded it.
 */
@Component
@Profile("demo")
class DemoCases implements ApplicationRunner {

    /** The files of {@code seeds/}; the build puts them on the class path. */
    static final List<String> FILES = List.of("durability.yaml", "conduct.yaml", "patron.yaml");

    /** On a line of its own, or among the fields of an entry that is one line. */
    private static final Pattern RECORDED = Pattern.compile("(?m)^ +recordedAt: \\S+\\R|\\brecordedAt: [^\\s,}]+, ");

    private static final Importer IN_PERSON = new Importer("system", InNameOf.EACH_IN_PERSON);

    private final Assessments assessments;
    private final AssessmentLog log;
    private final Members members;
    private final StoredSimulatedTimes simulated;
    private final AssessmentIndex index;
    private final Clock clock;

    DemoCases(
            Assessments assessments,
            AssessmentLog log,
            Members members,
            StoredSimulatedTimes simulated,
            AssessmentIndex index,
            Clock clock) {
        this.assessments = assessments;
        this.log = log;
        this.members = members;
        this.simulated = simulated;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!index.isEmpty()) {
            return;
        }
        var histories = new ArrayList<List<Recorded>>();
        for (String file : FILES) {
            CaseFiles.plan(bytes(file), Syntax.YAML, IN_PERSON, log, clock.instant())
                    .forEach(plan -> histories.add(plan.history()));
        }
        assessments.importAll(histories, outcomes -> {
            outcomes.forEach(this::addMembers);
            simulated.remember();
        });
    }

    /** The files as they may be imported anywhere: the server alone says when something was recorded. */
    static List<byte[]> withoutRecordedTimes() {
        return FILES.stream()
                .map(DemoCases::bytes)
                .map(bytes -> RECORDED.matcher(new String(bytes, StandardCharsets.UTF_8))
                        .replaceAll("")
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String file) {
        try {
            return new ClassPathResource("seeds/" + file).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(file + " is not in the jar", missing);
        }
    }

    private void addMembers(Outcome outcome) {
        Instant opened = outcome.appended().getFirst().stamp().recordedAt();
        roles().forEach((user, role) -> members.add(outcome.state().key(), user, role, "an1", opened));
    }

    private static Map<String, Role> roles() {
        var roles = new LinkedHashMap<String, Role>();
        roles.put("an1", Role.OWNER);
        roles.put("an2", Role.ANALYST);
        roles.put("an3", Role.ANALYST);
        roles.put("reviewer", Role.REVIEWER);
        roles.put("reader", Role.READER);
        return roles;
    }
}
