package org.steelyard.exchange.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.exchange.casefile.CaseFileReader.Case;
import org.steelyard.exchange.casefile.CaseFileReader.RecordedTimes;

class CaseFileReaderTest {

    private static final String HEAD = """
            casefile: 1
            assessments:
              - key: durability
                title: Does it last?
                question: Does the alliance outlast the war?
                effectiveAt: 2024-06-19
            """;

    @ParameterizedTest
    @ValueSource(strings = {"durability", "conduct", "patron"})
    void the_demo_cases_are_read_in_the_order_of_their_seq(String name) throws IOException {
        var complaints = new Complaints();
        var cases = CaseFileReader.read(
                Files.readAllBytes(Path.of("seeds", name + ".yaml")), Syntax.YAML, RecordedTimes.SIMULATED, complaints);

        complaints.throwIfAny();
        assertThat(cases).extracting(Case::key).containsExactly(name);
        var entries = cases.getFirst().entries();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).seq()).isEqualTo(i + 1);
        }
    }

    @Test
    void without_seq_entries_come_by_effective_time_then_by_list_then_as_written() {
        var entries = yaml(HEAD + """
                    evidence:
                      - {key: e1, claim: x, source: s1, credibility: 2, relevance: H}
                    sources:
                      - {key: s2, name: later, kind: x, reliability: B, effectiveAt: 2024-07-01}
                      - {key: s1, name: first, kind: x, reliability: B}
                    changes:
                      - {do: COMMENT, set: {text: now}}
                    resolution: {outcome: i1, resolvedOn: 2024-06-20, basis: seen}
                """);

        assertThat(entries)
                .extracting(Entry::kind)
                .containsExactly(
                        EntryKind.ASSESSMENT,
                        EntryKind.SOURCE,
                        EntryKind.EVIDENCE,
                        EntryKind.RESOLUTION,
                        EntryKind.SOURCE,
                        EntryKind.CHANGE);
        assertThat(entries.get(3).effectiveAt()).isEqualTo(Instant.parse("2024-06-20T00:00:00Z"));
        assertThat(entries.get(5).effectiveAt()).isNull();
    }

    @Test
    void a_plain_number_may_be_a_text_and_N_is_no_boolean() {
        var evidence = yaml(HEAD + """
                            evidence:
                              - {key: 12, claim: N, source: on, credibility: 2, relevance: H, occurredOn: 2025}
                        """).get(1).fields();

        assertThat(evidence.text("key")).isEqualTo("12");
        assertThat(evidence.text("claim")).isEqualTo("N");
        assertThat(evidence.text("source")).isEqualTo("on");
        assertThat(evidence.text("occurredOn")).isEqualTo("2025");
        assertThat(evidence.smallInteger("credibility")).isEqualTo(2);
    }

    @Test
    void json_says_the_same_as_yaml() {
        var json = read("""
                {"casefile": 1, "assessments": [{"key": "a", "title": "t", "question": "q",
                  "sources": [{"key": "s1", "name": "n", "kind": "k", "reliability": "F"}]}]}
                """, Syntax.JSON);

        assertThat(json.getFirst().entries()).extracting(Entry::kind).contains(EntryKind.SOURCE);
    }

    @Test
    void an_unknown_field_is_named_with_its_line_and_what_is_allowed() {
        assertThat(complaintsAbout(HEAD + "    sources:\n      - key: s1\n        credibilty: 2\n"))
                .contains(new Complaint(
                        "/assessments/0/sources/0/credibilty",
                        "line 9: unknown field \"credibilty\"; allowed here: by, effectiveAt, key, kind, name, origin,"
                                + " reason, recordedAt, reliability, seq."));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_no_more_than_fifty_times() {
        assertThat(complaintsAbout("casefile: 2\nassessments:\n  - key: a\n    effectiveAt: 2024-13-01\n"))
                .extracting(Complaint::pointer)
                .contains("/casefile", "/assessments/0/effectiveAt");
        assertThat(complaintsAbout(HEAD + "    sources:\n" + "      - {seq: x}\n".repeat(200)))
                .hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1]\nb: *x",
                "a: *nowhere",
                "a: &x 1",
                "a: !!str 1",
                "a: !!java.net.URL [x]",
                "<<: {a: 1}",
                "a: 1\n---\nb: 1",
                "%TAG ! tag:x,2000:\n---\na: 1",
                "a: 1\na: 2",
                "? [a]\n: 1",
                "a: \"cut",
                "a: [1, 2",
                "a:\n\t- b",
                "",
                "# nothing but a comment",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "a: \u0007",
            })
    void what_no_case_file_needs_is_refused_with_its_line(String text) {
        assertThatThrownBy(() -> read(text, Syntax.YAML))
                .isInstanceOfSatisfying(
                        UnusableCaseFile.class,
                        e -> assertThat(e.complaints().getFirst().message())
                                .matches("(?s)line \\d+, column \\d+: .*\\."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1} {}",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{'a': 1}",
                "{\"a\": 1,}",
                "{\"a\": [1, 2",
                "{\"a\": \"cut",
                "// no comments\n{}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "",
            })
    void json_is_read_strictly(String text) {
        assertThatThrownBy(() -> read(text, Syntax.JSON)).isInstanceOf(UnusableCaseFile.class);
    }

    @Test
    void a_bomb_of_aliases_is_refused_at_its_first_anchor() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> read(bomb.toString(), Syntax.YAML))
                .isInstanceOf(UnusableCaseFile.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("anchors");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_with_their_line() {
        byte[] bytes = (HEAD + "#  ").getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xC3;
        assertThatThrownBy(() -> CaseFileReader.read(bytes, Syntax.YAML, RecordedTimes.REFUSED, new Complaints()))
                .isInstanceOf(UnusableCaseFile.class)
                .hasMessageContaining("line 7")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_character_of_two_units_may_stand_anywhere() {
        for (int length = 0; length < 2_100; length++) {
            var claim = "x".repeat(length) + "\uD83D\uDE00y";
            var evidence = yaml(HEAD + "    evidence:\n      - {key: e1, claim: " + claim + "}\n");
            assertThat(evidence.get(1).fields().text("claim")).isEqualTo(claim);
        }
    }

    @Test
    void a_file_over_the_limits_is_refused() {
        assertThatThrownBy(() -> CaseFileReader.read(
                        new byte[16 * 1024 * 1024 + 1], Syntax.YAML, RecordedTimes.REFUSED, new Complaints()))
                .isInstanceOfSatisfying(
                        UnusableCaseFile.class,
                        e -> assertThat(e.reason()).isEqualTo(UnusableCaseFile.Cause.TOO_LARGE));
        assertThatThrownBy(() -> yaml(HEAD + "    ratings:\n" + "      - {}\n".repeat(200_000)))
                .isInstanceOf(UnusableCaseFile.class)
                .hasMessageContaining("200000 entries");
        assertThatThrownBy(() -> read("[" + "1,".repeat(2_000_001) + "1]", Syntax.JSON))
                .isInstanceOf(UnusableCaseFile.class)
                .hasMessageContaining("values");
    }

    @Test
    void some_entries_with_seq_and_some_without_are_refused() {
        assertThat(complaintsAbout(
                        HEAD + "    seq: 1\n    sources:\n      - {key: s1, name: n, kind: k, reliability: A}\n"))
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.message()).contains("line 9", "1 of 2 have none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "1", "0"})
    void a_gap_among_the_seqs_shows_a_file_cut_off(String second) {
        assertThat(complaintsAbout(HEAD + "    seq: 1\n    sources:\n      - {seq: " + second + "}\n"))
                .extracting(Complaint::pointer)
                .containsExactly("/assessments/0/sources/0/seq");
    }

    @Test
    void recorded_times_are_the_servers_to_say() {
        assertThat(complaintsAbout(HEAD + "    seq: 1\n    recordedAt: 2024-06-19T09:00:00Z\n"))
                .extracting(Complaint::pointer)
                .containsExactly("/assessments/0/recordedAt");
    }

    @Test
    void simulated_times_are_given_to_all_entries_and_never_run_back() {
        assertThat(simulated("recordedAt: 2024-06-19T09:00:00Z", "recordedAt: 2024-06-19T09:00:00Z"))
                .isEmpty();
        assertThat(simulated("recordedAt: 2024-06-19T09:00:00Z", "reason: none"))
                .hasSize(1);
        assertThat(simulated("recordedAt: 2024-06-19T09:00:00Z", "recordedAt: 2024-06-19T08:59:59Z"))
                .extracting(Complaint::pointer)
                .containsExactly("/assessments/0/sources/0/recordedAt");
    }

    private static List<Complaint> simulated(String ofAssessment, String ofSource) {
        return complaintsOf(
                HEAD + "    seq: 1\n    " + ofAssessment + "\n    sources:\n      - {seq: 2, " + ofSource + "}\n",
                RecordedTimes.SIMULATED);
    }

    private static List<Complaint> complaintsAbout(String text) {
        return complaintsOf(text, RecordedTimes.REFUSED);
    }

    private static List<Complaint> complaintsOf(String text, RecordedTimes times) {
        var complaints = new Complaints();
        CaseFileReader.read(text.getBytes(UTF_8), Syntax.YAML, times, complaints);
        try {
            complaints.throwIfAny();
            return List.of();
        } catch (UnusableCaseFile e) {
            return e.complaints();
        }
    }

    private static List<Entry> yaml(String text) {
        return read(text, Syntax.YAML).getFirst().entries();
    }

    private static List<Case> read(String text, Syntax syntax) {
        var complaints = new Complaints();
        var cases = CaseFileReader.read(text.getBytes(UTF_8), syntax, RecordedTimes.REFUSED, complaints);
        complaints.throwIfAny();
        return cases;
    }
}
