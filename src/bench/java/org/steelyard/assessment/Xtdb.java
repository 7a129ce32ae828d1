package org.steelyard.assessment;

import clojure.java.api.Clojure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.steelyard.balance.Rating;
import xtdb.api.IXtdb;
import xtdb.api.TransactionInstant;
import xtdb.api.XtdbDocument;
import xtdb.api.tx.Transaction;

/** XTDB 1 in memory, on both its clocks: valid time is the effective time, each event is a transaction at its recorded time. */
final class Xtdb implements Rival<Collection<List<?>>> {
    private static final Object QUERY =
            Clojure.read("{:find [r v] :where [[e :item/key k] [r :rating/item k] [r :rating/value v]]}");

    private final IXtdb node = IXtdb.startNode();
    private final SteadyHistory history;

    Xtdb(SteadyHistory history) {
        this.history = history;
        TransactionInstant last = null;
        for (Recorded recorded : history.events()) {
            last = node.submitTx(transaction(recorded));
        }
        node.awaitTx(Objects.requireNonNull(last), Duration.ofMinutes(10));
    }

    private static Transaction transaction(Recorded recorded) {
        Entry entry = Entry.of(recorded);
        Date validTime = Date.from(recorded.stamp().effectiveAt());
        var transaction =
                Transaction.builder().withTxTime(Date.from(recorded.stamp().recordedAt()));
        if (entry.isWithdrawn()) {
            return transaction.delete(entry.id(), validTime).build();
        }
        String prefix = entry.kind().name().toLowerCase(Locale.ROOT) + "/";
        var fields = new HashMap<String, Object>();
        entry.fields().forEach((name, value) -> fields.put(prefix + name, value));
        return transaction
                .put(XtdbDocument.create(entry.id(), fields), validTime)
                .build();
    }

    @Override
    public Collection<List<?>> ask(Point point) {
        var recordedAt = Date.from(history.recordedAt(point.revision()));
        return node.db(Date.from(point.effectiveAt()), recordedAt).query(QUERY);
    }

    @Override
    public Map<Cell, Rating> ratings(Collection<List<?>> answer) {
        var ratings = new HashMap<Cell, Rating>();
        for (List<?> row : answer) {
            ratings.put(Entry.cell((String) row.get(0)), Rating.valueOf((String) row.get(1)));
        }
        return ratings;
    }

    @Override
    public void close() {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
