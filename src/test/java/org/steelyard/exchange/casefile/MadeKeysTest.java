package org.steelyard.exchange.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.Recorded;
import org.steelyard.exchange.casefile.Importer.InNameOf;

class MadeKeysTest {

    @Test
    void keys_that_are_left_out_are_made_around_those_that_are_given() {
        var file = """
                casefile: 1
                assessments:
                  - key: a
                    title: t
                    question: q
                    sources: [{key: s2, name: n, kind: k, reliability: B}, {name: n, kind: k, reliability: B}]
                    interpretations: [{statement: x}, {statement: y}]
                    evidence: [{claim: c, source: s1, credibility: 2, relevance: H}]
                    indicators: [{statement: x, speaksFor: i1}]
                    changes: [{do: CORRECT_EVIDENCE, on: e1, set: {source: s2}}]
                """;
        var importer = new Importer("an1", InNameOf.THEMSELVES);
        var now = Instant.parse("2026-01-01T00:00:00Z");

        var plan = CaseFiles.plan(file.getBytes(UTF_8), Syntax.YAML, importer, new EmptyLog(), now);

        assertThat(plan.getFirst().history().stream().map(Recorded::event).map(event -> event.item()))
                .containsExactly(null, "s2", "s1", "i1", "i2", "e1", "e1", "k1");
    }
}
