package org.steelyard.exchange.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a case file up to its entries, put in the order in which they are to be recorded. */
final class CaseFileReader {

    static final int MOST_BYTES = 16 * 1024 * 1024;
    static final int MOST_ENTRIES = 200_000;

    private static final Set<String> FILE_FIELDS = Set.of("casefile", "simulatedTimes", "blinded", "assessments");
    private static final Set<String> CASE_FIELDS = caseFields();

    private final RecordedTimes times;
    private final Complaints complaints;
    private @Nullable Boolean withTimes;
    private int entries;

    private CaseFileReader(RecordedTimes times, Complaints complaints) {
        this.times = times;
        this.complaints = complaints;
    }

    /** Whether entries may say when they were recorded: in a demo only, and then those times are simulated. */
    enum RecordedTimes {
        REFUSED,
        SIMULATED
    }

    /**
     * A case of the file: its entries in order, the assessment's own first.
     *
     * @param inOrder false where the file does not say in which order, and a complaint does
     */
    record Case(String key, List<Entry> entries, boolean inOrder) {}

    /**
     * The cases of a file. What is wrong with its fields is added to the complaints.
     *
     * @throws UnusableCaseFile where it cannot be read at all
     */
    static List<Case> read(byte[] bytes, Syntax syntax, RecordedTimes times, Complaints complaints) {
        if (bytes.length > MOST_BYTES) {
            throw UnusableCaseFile.because(
                    UnusableCaseFile.Cause.TOO_LARGE,
                    List.of(new Complaint("", "The case file is larger than 16 MiB: split it by assessment.")));
        }
        var text = decoded(bytes);
        var document = switch (syntax) {
            case YAML -> YamlDocuments.read(text);
            case JSON -> JsonDocuments.read(text);
        };
        if (document == null) {
            throw DocumentBuilder.refusal(1, 1, "the case file is empty");
        }
        return new CaseFileReader(times, complaints).cases(document);
    }

    private static String decoded(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var text = decoder.decode(buffer).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw DocumentBuilder.refusal(line, 1, "bytes that are not UTF-8: save the file as UTF-8");
        }
    }

    private List<Case> cases(Node document) {
        var file = Fields.of(document, "", FILE_FIELDS, complaints);
        if (file.has("blinded")) {
            file.complain(
                    "blinded",
                    "this file leaves out what blind mode kept from who exported it: have somebody export it who sees all, as"
                            + " a reviewer does");
        }
        var version = file.required("casefile", file.integer("casefile"), 1L);
        if (version != 1) {
            file.complain("casefile", "version " + version + " is not known here: this reads version 1");
        }
        var cases = new ArrayList<Case>();
        var keys = new HashSet<String>();
        for (var element : file.required("assessments", file.list("assessments"), List.<Fields.Element>of())) {
            var read = readCase(element);
            if (!keys.add(read.key())) {
                complaints.add(
                        element.node(),
                        element.pointer() + "/key",
                        "the assessment " + Quoted.of(read.key()) + " stands in this file twice: remove one");
            }
            cases.add(read);
        }
        if (cases.isEmpty() && complaints.count() == 0) {
            file.complain("assessments", "no assessment is in this file: add one");
        }
        return cases;
    }

    private Case readCase(Fields.Element element) {
        var fields = Fields.of(element.node(), element.pointer(), CASE_FIELDS, complaints);
        var assessment = entry(EntryKind.ASSESSMENT, fields, null, complaints.count());
        var all = new ArrayList<Entry>();
        all.add(assessment);
        for (EntryKind kind : EntryKind.within()) {
            for (var part : parts(fields, kind)) {
                int before = complaints.count();
                var inner = Fields.of(part.node(), part.pointer(), kind.fields(), complaints);
                all.add(entry(kind, inner, assessment.effectiveAt(), before));
            }
        }
        var key = fields.requiredText("key");
        int before = complaints.count();
        var ordered = EntryOrder.ordered(all, complaints);
        return new Case(key, ordered, complaints.count() == before);
    }

    private static List<Fields.Element> parts(Fields fields, EntryKind kind) {
        var parts = kind == EntryKind.RESOLUTION ? fields.single(kind.list()) : fields.list(kind.list());
        return Objects.requireNonNullElse(parts, List.of());
    }

    /** @param before how many complaints there were before the entry was looked at */
    private Entry entry(EntryKind kind, Fields fields, @Nullable Instant ofAssessment, int before) {
        if (++entries > MOST_ENTRIES) {
            throw DocumentBuilder.refusal(
                    fields.line(), 1, "more than " + MOST_ENTRIES + " entries: split the file by assessment");
        }
        Change change = null;
        var content = fields;
        if (kind == EntryKind.CHANGE) {
            fields.demand("do");
            change = fields.oneOf("do", Change.class);
            content = change == null ? fields : contentOf(change, fields);
        }
        var effectiveAt = fields.instant("effectiveAt");
        var seq = fields.integer("seq");
        var author = author(fields);
        var reason = fields.text("reason");
        var recordedAt = recordedAt(fields);
        return new Entry(
                kind,
                change,
                fields,
                content,
                seq,
                effectiveAt == null ? defaultEffectiveAt(kind, change, content, ofAssessment) : effectiveAt,
                author,
                reason,
                recordedAt,
                complaints.count() > before);
    }

    private static @Nullable Instant defaultEffectiveAt(
            EntryKind kind, @Nullable Change change, Fields content, @Nullable Instant ofAssessment) {
        if (change != null && change.isOfTheMoment()) {
            return null;
        }
        if (kind == EntryKind.RESOLUTION || change == Change.RESOLVE) {
            var resolvedOn = content.date("resolvedOn");
            return resolvedOn == null
                    ? null
                    : resolvedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return ofAssessment;
    }

    /** What a change sets; an empty object where it sets nothing. */
    private Fields contentOf(Change change, Fields fields) {
        if (change.isOnSomething()) {
            fields.demand("on");
        } else if (fields.has("on")) {
            fields.complain("on", change + " is about the assessment: remove \"on\"");
        }
        if (fields.has("set") && change.settable().isEmpty()) {
            fields.complain("set", change + " sets nothing: remove \"set\"");
            return fields.within("set", Set.of());
        }
        if (!change.settable().isEmpty()) {
            fields.demand("set");
        }
        return fields.within("set", change.settable());
    }

    private static @Nullable String author(Fields fields) {
        if (fields.has("analyst") && fields.has("by")) {
            fields.complain("by", "the analyst is the author already: remove \"by\"");
        }
        return fields.text(fields.has("analyst") ? "analyst" : "by");
    }

    private @Nullable Instant recordedAt(Fields fields) {
        var recordedAt = fields.instant("recordedAt");
        switch (times) {
            case REFUSED -> {
                if (fields.has("recordedAt")) {
                    fields.complain(
                            "recordedAt",
                            "the server alone says when something was recorded: remove recordedAt, and put what is"
                                    + " known into effectiveAt");
                }
            }
            case SIMULATED -> {
                if (withTimes == null) {
                    withTimes = recordedAt != null;
                } else if (withTimes != (recordedAt != null)) {
                    fields.complain("recordedAt", "give recordedAt to all entries of the file, or to none");
                }
                if (recordedAt != null && !fields.has("seq")) {
                    fields.complain("seq", "an entry with recordedAt needs a seq");
                }
            }
        }
        return recordedAt;
    }

    private static Set<String> caseFields() {
        var fields = new HashSet<>(EntryKind.ASSESSMENT.fields());
        EntryKind.within().forEach(kind -> fields.add(kind.list()));
        return fields;
    }
}
