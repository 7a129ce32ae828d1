package org.steelyard.workbench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Origins;
import org.steelyard.balance.Situation;

/**
 * The items in force that one that is being written may repeat: by the same origin, or in like words.
 *
 * @param echoes items of the same origin
 * @param left what is left, 0..1, of the weakest voice among those and the new one, where all say the same
 * @param alike items whose claim reads like the new one's, likest first
 */
record Kin(List<EvidenceView> echoes, double left, List<Alike> alike) {
    private static final int LISTED = 5;

    /**
     * @param likeness 0..1
     * @param origin the origin as text that makes the new item its echo; null where it has none, or the new one has it already
     */
    record Alike(
            EvidenceView item, double likeness, @Nullable String origin) {}

    static Kin of(Desk desk, Form form) {
        Situation situation = desk.state().situationAt(desk.state().latest());
        Map<String, String> origins = new HashMap<>();
        situation.items().forEach(item -> origins.put(item.key(), item.origin()));
        String wanted = origin(desk, form);
        List<EvidenceView> echoes = desk.view().evidence().stream()
                .filter(item -> wanted != null && wanted.equals(origins.get(item.key())))
                .toList();
        String claim = form.value("claim");
        List<Alike> alike = desk.view().evidence().stream()
                .map(item -> new Alike(item, Likeness.of(claim, item.claim()), shared(wanted, origins.get(item.key()))))
                .filter(one -> one.likeness() >= Likeness.SUSPICIOUS)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed())
                .limit(LISTED)
                .toList();
        return new Kin(echoes, situation.policy().shareOfEcho(echoes.size() + 1), alike);
    }

    private static @Nullable String shared(@Nullable String wanted, @Nullable String theirs) {
        return theirs == null || theirs.equals(wanted) || Origins.isSource(theirs) ? null : Origins.name(theirs);
    }

    /** The origin that the new item would have; null while its source is not chosen, and for a new source that names none. */
    private static @Nullable String origin(Desk desk, Form form) {
        String own = form.value("origin");
        if (!own.isEmpty()) {
            return Origins.ofText(own);
        }
        if (form.value("source").equals(EvidencePages.NEW_SOURCE)) {
            String voice = form.value("sourceOrigin");
            return voice.isEmpty() ? null : Origins.ofText(voice);
        }
        SourceView source = desk.sources().get(form.value("source"));
        if (source == null) {
            return null;
        }
        return source.origin() == null ? Origins.ofSource(source.key()) : Origins.ofText(source.origin());
    }

    public boolean isEmpty() {
        return echoes.isEmpty() && alike.isEmpty();
    }
}
