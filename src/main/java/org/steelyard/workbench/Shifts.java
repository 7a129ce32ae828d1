package org.steelyard.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;
import org.steelyard.dossier.Identities;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What ratings moved, reading by reading: told once they are recorded, and not to who has yet to judge in blind mode. */
@Component
final class Shifts {
    private static final String INCONSISTENCY = "inconsistency";
    private static final String WEIGHT = "weight";

    private final Dossiers dossiers;
    private final Texts texts;
    private final Wording say;

    Shifts(Dossiers dossiers, Texts texts, Wording say) {
        this.dossiers = dossiers;
        this.texts = texts;
        this.say = say;
    }

    /**
     * A reading that is another now; as told on pages, with its unit.
     *
     * @param about the key of an interpretation, or empty for the leader
     * @param reading the ending of the message that names it
     */
    record Shift(String about, String reading, String before, String after) {}

    /**
     * The readings that differ between the revision before these ratings and the last of them, leaders first; null where they are kept
     * from who rated, who has yet to judge.
     */
    @Nullable
    List<Shift> of(String key, RatingBatch batch) {
        Optional<Dossier> before = at(key, batch.first() - 1);
        Optional<Dossier> after = at(key, batch.last());
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        if (after.get().readingsHidden()) {
            return null;
        }
        return shifts(
                before.get().balance(),
                after.get().balance(),
                new Identities(after.get().state()));
    }

    private Optional<Dossier> at(String key, long revision) {
        return revision < 1 ? Optional.empty() : dossiers.open(key, new PointInTime(new AtRevision(revision), null));
    }

    private List<Shift> shifts(Balance before, Balance after, Identities identities) {
        var shifts = new ArrayList<Shift>();
        var led = before.leaders();
        var lead = after.leaders();
        add(shifts, "", INCONSISTENCY, leader(led.inconsistency()), leader(lead.inconsistency()));
        add(shifts, "", WEIGHT, leader(led.weightOfEvidence()), leader(lead.weightOfEvidence()));
        after.interpretations().stream()
                .sorted(Comparator.comparingInt(now -> identities.of(now.key()).order()))
                .forEach(now -> before.interpretations().stream()
                        .filter(was -> was.key().equals(now.key()))
                        .forEach(was -> addReadings(shifts, was, now)));
        return shifts;
    }

    private void addReadings(List<Shift> shifts, Reading was, Reading now) {
        String key = now.key();
        String points = say.number(was.weightedInconsistency());
        add(shifts, key, INCONSISTENCY, points, say.number(now.weightedInconsistency()));
        String weight = say.signedDecibans(was.weightOfEvidence());
        add(shifts, key, WEIGHT, weight, say.signedDecibans(now.weightOfEvidence()));
    }

    private String leader(Leader leader) {
        return leader.key() == null ? texts.text("work.shift.withheld") : leader.key();
    }

    private static void add(List<Shift> shifts, String about, String reading, String before, String after) {
        if (!Objects.equals(before, after)) {
            shifts.add(new Shift(about, reading, before, after));
        }
    }
}
