package org.steelyard.exchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.ChangeIndicator;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.CorrectSource;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.ReinstateInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentCommand.ReviseAssessment;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawJudgment;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.ArchiveChanged;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.EvidenceReinstated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRetracted;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationReinstated;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.InterpretationWithdrawn;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.MarkingChanged;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.PolicyChanged;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.Seen;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Stamp;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.exchange.casefile.CaseFileReader.RecordedTimes;

/** What is written is read again as the command that leads to the same event. */
class CaseFileWriterTest {

    private static final Instant OPENED = Instant.parse("2024-06-19T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2027-12-31");
    private static final PolicyChange RHO = new PolicyChange(0.25, null, 1e-6, null, null);

    /** Each event with the command that it must come back as. */
    private static Map<AssessmentEvent, AssessmentCommand> everything() {
        var all = new LinkedHashMap<AssessmentEvent, AssessmentCommand>();
        all.put(
                new AssessmentOpened(
                        "a", "t", "q", Relation.OVERLAPPING, DAY, Marking.AMBER_STRICT, List.of("x y", "1"), RHO, true),
                new OpenAssessment(
                        "a",
                        "t",
                        "q",
                        Relation.OVERLAPPING,
                        DAY,
                        Marking.AMBER_STRICT,
                        List.of("x y", "1"),
                        RHO,
                        true));
        all.put(
                new AssessmentRevised("t2", null, null, List.of(), Set.of("horizon")),
                new ReviseAssessment("t2", null, null, List.of(), null, null, null, null, Set.of("horizon")));
        all.put(
                new MarkingChanged(Marking.CLEAR),
                new ReviseAssessment(null, null, null, null, Marking.CLEAR, null, null, null, Set.of()));
        all.put(new PolicyChanged(RHO), new ReviseAssessment(null, null, null, null, null, RHO, null, null, Set.of()));
        all.put(
                new BlindChanged(false),
                new ReviseAssessment(null, null, null, null, null, null, false, null, Set.of()));
        all.put(
                new ArchiveChanged(true),
                new ReviseAssessment(null, null, null, null, null, null, null, true, Set.of()));
        things(all);
        cells(all);
        talk(all);
        return all;
    }

    private static void things(Map<AssessmentEvent, AssessmentCommand> all) {
        all.put(new InterpretationProposed("i1", "s", "h", null), new ProposeInterpretation("i1", "s", "h", null));
        all.put(
                new InterpretationRevised("i1", null, "h", null, Set.of("discriminator")),
                new ReviseInterpretation("i1", null, "h", null, Set.of("discriminator")));
        all.put(new InterpretationWithdrawn("i1"), new WithdrawInterpretation("i1"));
        all.put(new InterpretationReinstated("i1"), new ReinstateInterpretation("i1"));
        all.put(
                new SourceRecorded("null", "n", "k", Reliability.F, "o"),
                new RecordSource("null", "n", "k", Reliability.F, "o"));
        all.put(
                new SourceCorrected("null", "n", null, Reliability.A, null, Set.of("origin")),
                new CorrectSource("null", "n", null, Reliability.A, null, Set.of("origin")));
        all.put(
                new SourceRegraded("null", Reliability.B),
                new CorrectSource("null", null, null, Reliability.B, null, Set.of()));
        all.put(
                new EvidenceRecorded(
                        "12",
                        "c",
                        "true",
                        6,
                        Relevance.L,
                        EvidenceKind.ABSENCE,
                        "o",
                        "2025",
                        "2025-07",
                        URI.create("https://example.org/a?b=c#d"),
                        Marking.RED),
                new RecordEvidence(
                        "12",
                        "c",
                        "true",
                        6,
                        Relevance.L,
                        EvidenceKind.ABSENCE,
                        "o",
                        "2025",
                        "2025-07",
                        URI.create("https://example.org/a?b=c#d"),
                        Marking.RED));
        all.put(
                new EvidenceCorrected(
                        "12",
                        "c",
                        null,
                        1,
                        null,
                        EvidenceKind.REPORT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Set.of("origin", "occurredOn", "publishedOn", "link", "marking")),
                new CorrectEvidence(
                        "12",
                        "c",
                        null,
                        1,
                        null,
                        EvidenceKind.REPORT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Set.of("origin", "occurredOn", "publishedOn", "link", "marking")));
        all.put(
                new EvidenceRegraded("12", null, Relevance.H),
                new CorrectEvidence("12", null, null, null, Relevance.H, null, null, null, null, null, null, Set.of()));
        all.put(new EvidenceRetracted("12"), new RetractEvidence("12"));
        all.put(new EvidenceReinstated("12"), new ReinstateEvidence("12"));
        all.put(new IndicatorRecorded("k1", "s", "i1", DAY), new RecordIndicator("k1", "s", "i1", DAY));
        all.put(
                new IndicatorChanged("k1", null, "i2", null, IndicatorStatus.LAPSED, Set.of("deadline")),
                new ChangeIndicator("k1", null, "i2", null, IndicatorStatus.LAPSED, Set.of("deadline")));
    }

    private static void cells(Map<AssessmentEvent, AssessmentCommand> all) {
        all.put(
                new EvidenceRated("12", "i1", Rating.N, "r", new Seen(true, true)),
                new RateEvidence("12", "i1", Rating.N, "r"));
        all.put(new RatingWithdrawn("12", "i1"), new WithdrawRating("12", "i1"));
        all.put(
                new JudgmentRecorded(
                        Map.of("i1", 0.1 + 0.2, "null", 1e-9, "1e3", 0.0),
                        Confidence.HIGH,
                        "r",
                        List.of("12"),
                        List.of()),
                new RecordJudgment(
                        Map.of("i1", 0.1 + 0.2, "null", 1e-9, "1e3", 0.0),
                        Confidence.HIGH,
                        "r",
                        List.of("12"),
                        List.of()));
        all.put(new JudgmentWithdrawn(), new WithdrawJudgment());
    }

    private static void talk(Map<AssessmentEvent, AssessmentCommand> all) {
        var about = new About(null, null, "12/i1", null);
        all.put(new CommentMade("c", about, 3L), new MakeComment("c", about, 3L));
        all.put(new ReviewRequested(4, List.of("reviewer"), null), new RequestReview(4, List.of("reviewer"), null));
        all.put(
                new ReviewGiven(4, Verdict.CHANGES_REQUESTED, "t", "ab12", KnownBy.PASSWORD_AGAIN),
                new GiveReview(4, Verdict.CHANGES_REQUESTED, "t", "", KnownBy.TOKEN));
        all.put(
                new AssessmentResolved(null, Map.of("i1", true, "i2", false), DAY, "b"),
                new ResolveAssessment(null, Map.of("i1", true, "i2", false), DAY, "b"));
        all.put(new AssessmentReopened(), new ReopenAssessment());
        all.put(new AssessmentResolved("i1", null, DAY, "b"), new ResolveAssessment("i1", null, DAY, "b"));
    }

    @ParameterizedTest
    @EnumSource
    void every_event_comes_back_as_its_command(Syntax syntax) {
        var everything = everything();
        assertThat(everything.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSameSizeAs(kindsOfEvent());
        var history = history(List.copyOf(everything.keySet()));

        var entries = read(CaseFileWriter.write(history, syntax, true, false), syntax);

        assertThat(entries).extracting(CaseFileWriterTest::command).containsExactlyElementsOf(everything.values());
        assertThat(entries).extracting(Entry::seq).containsExactlyElementsOf(revisions(history));
        assertThat(entries)
                .extracting(Entry::author)
                .containsExactlyElementsOf(
                        history.stream().map(event -> event.stamp().author()).toList());
        assertThat(entries)
                .extracting(Entry::effectiveAt)
                .containsExactlyElementsOf(history.stream()
                        .map(event -> event.stamp().effectiveAt())
                        .toList());
        assertThat(entries)
                .extracting(Entry::reason)
                .containsExactlyElementsOf(
                        history.stream().map(event -> event.stamp().reason()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void any_text_comes_back_letter_by_letter(Syntax syntax) {
        long seed = 20240619;
        var random = new Random(seed);
        var awkward = new ArrayList<>(Arrays.asList(
                "",
                " ",
                "\n",
                "a\n",
                "\n\na",
                " a",
                "a ",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "N",
                "no",
                "null",
                "~",
                "1",
                "1e3",
                "0x1F",
                "2025-07-17",
                ".inf",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a`",
                "'a'",
                "\"a\"",
                "{a}",
                "[a]",
                "a,b",
                "? a",
                "|",
                ">-",
                "---",
                "...",
                "<<",
                "=",
                "a\tb",
                "\ta",
                "a\t\n b",
                "\u0085",
                "\u2028",
                "\u00A0",
                "\uFEFF",
                "\u202Eabc",
                "👩‍🔬",
                "\\n",
                "\\",
                "<script>alert(1)</script>",
                "a\n  b\n c\n\n",
                "true",
                "on"));
        var alphabet = "ab \n\t:#-'\"\\{}[],&*!|>%@`?~=\u00E9\u4E2D\u0085\u2028\uFEFF";
        for (int i = 0; i < 300; i++) {
            awkward.add(random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .collect(Collectors.joining()));
        }
        var history = new ArrayList<AssessmentEvent>();
        history.add(new AssessmentOpened(
                "a", "t", "q", Relation.EXCLUSIVE, null, Marking.RED, List.of(), PolicyChange.NONE, false));
        awkward.forEach(text -> history.add(new CommentMade(text, null, null)));

        var entries = read(CaseFileWriter.write(history(history), syntax, false, false), syntax);

        assertThat(entries.stream()
                        .skip(1)
                        .map(entry -> command(entry) instanceof MakeComment comment ? comment.text() : null))
                .as("seed %d", seed)
                .containsExactlyElementsOf(awkward);
    }

    @Test
    void a_resolution_that_was_not_reopened_has_its_own_place() {
        var yaml = new String(
                CaseFileWriter.write(history(List.copyOf(everything().keySet())), Syntax.YAML, false, false),
                StandardCharsets.UTF_8);

        assertThat(yaml.split("resolvedOn", -1)).hasSize(3);
        assertThat(yaml).contains("\n    resolution:\n      seq: ").contains("do: RESOLVE");
    }

    private static List<Recorded> history(List<AssessmentEvent> events) {
        var history = new ArrayList<Recorded>();
        for (AssessmentEvent event : events) {
            int n = history.size() + 1;
            var stamp = new Stamp(
                    "an1",
                    "an" + n % 3,
                    OPENED.plusSeconds(n),
                    OPENED.plusNanos((n - 1) * 1000L),
                    n % 2 == 0 ? null : "r" + n);
            history.add(new Recorded(n, stamp, event));
        }
        return history;
    }

    private static List<Long> revisions(List<Recorded> history) {
        return history.stream().map(Recorded::revision).toList();
    }

    private static Set<Class<?>> kindsOfEvent() {
        return Arrays.stream(AssessmentEvent.class.getPermittedSubclasses())
                .flatMap(type -> type.isInterface()
                        ? Arrays.stream(type.getPermittedSubclasses())
                        : Arrays.stream(new Class<?>[] {type}))
                .collect(Collectors.toSet());
    }

    private static @Nullable AssessmentCommand command(Entry entry) {
        return Commands.of(entry);
    }

    private static List<Entry> read(byte[] file, Syntax syntax) {
        var complaints = new Complaints();
        var cases = CaseFileReader.read(file, syntax, RecordedTimes.REFUSED, complaints);
        cases.getFirst().entries().forEach(Commands::of);
        complaints.throwIfAny();
        return cases.getFirst().entries();
    }
}
