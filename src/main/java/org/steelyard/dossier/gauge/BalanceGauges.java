package org.steelyard.dossier.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentIndex.Entry;
import org.steelyard.assessment.AssessmentIndex.Filter;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.dossier.Dossiers;

/**
 * The balances of all assessments as gauges by key, to whoever reaches the management port; only with
 * {@code steelyard.metrics.balances=true}. Never of what is marked TLP:RED or in blind mode, and not of what is archived. A scrape
 * reads what is kept here: at the interval {@code steelyard.metrics.balances-every} (15 s) the assessments that changed are
 * weighed again.
 */
@Component
@ConditionalOnProperty(name = "steelyard.metrics.balances", havingValue = "true")
class BalanceGauges {
    private static final int ROWS_AT_ONCE = 500;

    private final AssessmentIndex index;
    private final Dossiers dossiers;
    private final MultiGauge weights;
    private final MultiGauge probabilities;
    private final MultiGauge coverages;
    private final Map<String, Kept> kept = new HashMap<>();

    BalanceGauges(AssessmentIndex index, Dossiers dossiers, MeterRegistry registry) {
        this.index = index;
        this.dossiers = dossiers;
        this.weights = gauge("weight", "decibans", "Weight of evidence of an interpretation", registry);
        this.probabilities = gauge("judged", "ratio", "Judged probability of an interpretation", registry);
        this.coverages = gauge("coverage", "ratio", "Share of the cells that somebody rated", registry);
    }

    /** The balance at a revision; null where it is not to be shown. */
    private record Kept(long revision, @Nullable Balance balance) {}

    private static MultiGauge gauge(String what, String unit, String description, MeterRegistry registry) {
        return MultiGauge.builder("steelyard.balance." + what)
                .baseUnit(unit)
                .description(description)
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${steelyard.metrics.balances-every:15s}")
    void refresh() {
        var seen = new HashSet<String>();
        var changed = new ArrayList<String>();
        walk(entry -> {
            seen.add(entry.key());
            var before = kept.get(entry.key());
            if (before == null || before.revision() != entry.revision()) {
                kept.put(entry.key(), new Kept(entry.revision(), balance(entry)));
                changed.add(entry.key());
            }
        });
        if (kept.keySet().retainAll(seen) || !changed.isEmpty()) {
            publish();
        }
    }

    private void walk(Consumer<Entry> each) {
        String last = null;
        List<Entry> rows;
        do {
            rows = index.find(Filter.ANY, last, ROWS_AT_ONCE);
            rows.forEach(each);
            last = rows.isEmpty() ? null : rows.getLast().key();
        } while (rows.size() == ROWS_AT_ONCE);
    }

    private @Nullable Balance balance(Entry entry) {
        if (entry.marking() == Marking.RED || entry.status() == Status.ARCHIVED) {
            return null;
        }
        return dossiers.open(entry.key())
                .filter(dossier -> dossier.state().marking() != Marking.RED
                        && !dossier.state().blind())
                .map(dossier -> dossier.balance())
                .orElse(null);
    }

    private void publish() {
        weights.register(rows(reading -> reading.weightOfEvidence()), true);
        probabilities.register(rows(Reading::judged), true);
        coverages.register(
                shown().filter(shown -> shown.getValue().coverage() != null)
                        .map(shown -> Row.of(
                                Tags.of("assessment", shown.getKey()), shown.getValue(), BalanceGauges::coverage))
                        .toList(),
                true);
    }

    private Iterable<Row<?>> rows(Function<Reading, @Nullable Double> value) {
        var rows = new ArrayList<Row<?>>();
        shown().forEach(shown -> {
            for (Reading reading : shown.getValue().interpretations()) {
                Double read = value.apply(reading);
                if (read != null) {
                    var tags = Tags.of("assessment", shown.getKey(), "interpretation", reading.key());
                    rows.add(Row.of(tags, read, Double::doubleValue));
                }
            }
        });
        return rows;
    }

    private static double coverage(Balance balance) {
        var coverage = balance.coverage();
        return coverage == null ? Double.NaN : coverage;
    }

    private Stream<Map.Entry<String, Balance>> shown() {
        return kept.entrySet().stream().flatMap(entry -> {
            var balance = entry.getValue().balance();
            return balance == null ? Stream.empty() : Stream.of(Map.entry(entry.getKey(), balance));
        });
    }
}
