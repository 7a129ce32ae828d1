package org.steelyard.dossier.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.web.Conversations.Said;

/** What people say to each other, replies below what they answer. */
@Component
class Threads {
    /** Deeper replies stand no further in. */
    private static final int DEEPEST = 4;

    private final Conversations conversations;
    private final Mentions mentions;

    Threads(Conversations conversations, Mentions mentions) {
        this.conversations = conversations;
        this.mentions = mentions;
    }

    /**
     * Something said, where it stands in its thread.
     *
     * @param depth 0 for what begins a thread
     * @param newest whether it is the newest of a thread of several
     * @param parts of its text, mentions apart
     */
    record Turn(Said said, int depth, boolean newest, List<Mentions.Part> parts) {
        /** Whether it mentions who reads the page. */
        public boolean mentionsReader() {
            return parts.stream().anyMatch(Mentions.Part::reader);
        }
    }

    /** Everything said: the thread with the newest word first, and in each thread an answer below what it answers. */
    List<Turn> of(Shown shown) {
        return new Making(conversations.of(shown), mentions.in(shown.key())).turns();
    }

    /** The threads that begin with a comment on this item or one of its cells, by what they are about: "e", "e/i". */
    Map<String, List<Turn>> about(Shown shown, String evidence) {
        var about = new HashMap<String, List<Turn>>();
        List<Turn> into = new ArrayList<>();
        for (Turn turn : of(shown)) {
            if (turn.depth() == 0) {
                String cell = cell(turn.said());
                boolean ofItem = cell != null && (cell.equals(evidence) || cell.startsWith(evidence + "/"));
                into = ofItem && cell != null
                        ? about.computeIfAbsent(cell, ignored -> new ArrayList<>())
                        : new ArrayList<>();
            }
            into.add(turn);
        }
        return about;
    }

    private static @Nullable String cell(Said said) {
        return said.kind().equals("comment") && said.about() != null
                ? said.about().text()
                : null;
    }

    private static final class Making {
        private final List<Said> said;
        private final Mentions.Reading mentions;
        private final Map<Long, List<Said>> answers;
        private final List<Turn> turns = new ArrayList<>();

        Making(List<Said> said, Mentions.Reading mentions) {
            this.said = said;
            this.mentions = mentions;
            this.answers = said.stream().filter(one -> one.replyTo() != null).collect(groupingBy(one -> answered(one)));
        }

        private static long answered(Said one) {
            Long to = one.replyTo();
            return to == null ? 0 : to;
        }

        List<Turn> turns() {
            var known = new HashMap<Long, Said>();
            said.forEach(one -> known.put(one.revision(), one));
            said.stream()
                    .filter(one -> !known.containsKey(answered(one)))
                    .map(this::thread)
                    .sorted(Comparator.comparingLong(Making::newest).reversed())
                    .forEach(this::add);
            return turns;
        }

        /** Someone's word with its depth; a thread is walked without recursion, however deep it is. */
        private record Placed(Said said, int depth) {}

        private List<Placed> thread(Said first) {
            var thread = new ArrayList<Placed>();
            var waiting = new ArrayList<Placed>(List.of(new Placed(first, 0)));
            while (!waiting.isEmpty()) {
                Placed next = waiting.removeLast();
                thread.add(next);
                // Newest first in the list, so that the oldest answer is taken from its end.
                answers.getOrDefault(next.said().revision(), List.of())
                        .forEach(answer -> waiting.add(new Placed(answer, Math.min(DEEPEST, next.depth() + 1))));
            }
            return thread;
        }

        private static long newest(List<Placed> thread) {
            return thread.stream().mapToLong(one -> one.said().revision()).max().orElse(0);
        }

        private void add(List<Placed> thread) {
            long newest = newest(thread);
            for (Placed one : thread) {
                String text = one.said().text();
                turns.add(new Turn(
                        one.said(),
                        one.depth(),
                        thread.size() > 1 && one.said().revision() == newest,
                        text == null ? List.of() : mentions.parts(text)));
            }
        }
    }
}
