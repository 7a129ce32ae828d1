package org.steelyard.exchange.casefile;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.steelyard.assessment.Refused;
import org.steelyard.exchange.casefile.Node.Mapping;
import org.steelyard.exchange.casefile.Node.Scalar;
import org.steelyard.exchange.casefile.Node.Sequence;
import org.steelyard.exchange.casefile.UnusableCaseFile.Cause;

/** The entries of a case that were refused. What builds on one of them is not looked at: it would only be refused as well. */
final class Refusals {

    private static final Set<String> OF_THE_ENTRY = Set.of("/effectiveAt", "/reason", "/by");

    private final Complaints complaints;
    private final Set<String> missing = new HashSet<>();

    Refusals(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Remembers what will be missing. */
    void leaveOut(Entry entry) {
        missing.addAll(subjects(entry));
    }

    boolean isMissingFor(Entry entry) {
        return !missing.isEmpty()
                && (subjects(entry).stream().anyMatch(missing::contains)
                        || mentions(entry.fields().node()).stream().anyMatch(missing::contains));
    }

    /** Says what a rule refuses, at the fields that are at fault. */
    void complain(Entry entry, Refused refused) {
        if (refused.errors().isEmpty()) {
            complain(entry, entry.change() == null ? "" : "/on", String.valueOf(refused.getMessage()));
        }
        for (var error : refused.errors()) {
            complain(entry, error.pointer(), error.message());
        }
    }

    private void complain(Entry entry, String pointer, String message) {
        var fields = OF_THE_ENTRY.contains(pointer) || pointer.equals("/on") ? entry.fields() : entry.content();
        var field = pointer.equals("/by") && fields.has("analyst") ? "/analyst" : pointer;
        var isSentence = field.isEmpty() || Character.isUpperCase(message.codePointAt(0));
        var what = isSentence ? message : Quoted.plain(field.substring(1)) + " " + message;
        complaints.add(
                Cause.WRONG,
                fields.node().at(field).line(),
                entry.seq(),
                fields.pointer() + field,
                what.endsWith(".") ? what.substring(0, what.length() - 1) : what);
    }

    /** What the entry is about: a key, a cell, or what has no key of its own. */
    private static Set<String> subjects(Entry entry) {
        var fields = entry.fields().node();
        return switch (entry.kind()) {
            case ASSESSMENT -> Set.of();
            case SOURCE, INTERPRETATION, EVIDENCE, INDICATOR -> Set.of(text(fields.at("/key")));
            case RATING -> Set.of(text(fields.at("/evidence")) + "/" + text(fields.at("/interpretation")));
            case JUDGMENT -> Set.of("a judgment of " + entry.author());
            case RESOLUTION -> Set.of("the resolution");
            case CHANGE ->
                switch (entry.change()) {
                    case RESOLVE, REOPEN -> Set.of("the resolution");
                    case WITHDRAW_JUDGMENT -> Set.of("a judgment of " + entry.author());
                    case null, default -> Set.of(text(fields.at("/on")));
                };
        };
    }

    private static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }

    private static Set<String> mentions(Node node) {
        var mentions = new HashSet<String>();
        var open = new ArrayDeque<Node>();
        open.add(node);
        while (!open.isEmpty()) {
            switch (open.poll()) {
                case Scalar scalar -> {
                    mentions.add(scalar.text());
                    mentions.addAll(List.of(scalar.text().split("/", 2)));
                }
                case Sequence sequence -> open.addAll(sequence.elements());
                case Mapping mapping -> {
                    mentions.addAll(mapping.fields().keySet());
                    open.addAll(mapping.fields().values());
                }
            }
        }
        return mentions;
    }
}
