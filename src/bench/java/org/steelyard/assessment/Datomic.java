package org.steelyard.assessment;

import clojure.java.api.Clojure;
import clojure.lang.IFn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.steelyard.balance.Rating;

/** Datomic local in memory. It has one clock, so each event is a transaction at its recorded time, and what it sets holds since. */
final class Datomic implements Rival<Collection<List<?>>> {
    private static final Object QUERY = Clojure.read(
            "[:find ?r ?v :where [?e :item/key] [?x :rating/item ?e] [?x :rating/value ?v] [?x :fact/id ?r]]");

    private static final Object SCHEMA = Clojure.read("""
            [{:db/ident :fact/id :db/valueType :db.type/string :db/cardinality :db.cardinality/one :db/unique :db.unique/identity}
             {:db/ident :item/key :db/valueType :db.type/string :db/cardinality :db.cardinality/one}
             {:db/ident :rating/item :db/valueType :db.type/ref :db/cardinality :db.cardinality/one}
             {:db/ident :rating/value :db/valueType :db.type/string :db/cardinality :db.cardinality/one}
             {:db/ident :other/text :db/valueType :db.type/string :db/cardinality :db.cardinality/one}]""");

    private final IFn transact = api("transact");
    private final IFn database = api("db");
    private final IFn asOf = api("as-of");
    private final IFn query = api("q");
    private final Object connection;
    private final SteadyHistory history;

    Datomic(SteadyHistory history) {
        this.history = history;
        Object client = api("client")
                .invoke(map("server-type", key("datomic-local"), "storage-dir", key("mem"), "system", "bench"));
        api("create-database").invoke(client, map("db-name", "bench"));
        connection = api("connect").invoke(client, map("db-name", "bench"));
        Date begin = Date.from(history.recordedAt(1).minusSeconds(1));
        var schema = new ArrayList<Object>((List<?>) SCHEMA);
        schema.add(at(begin));
        transact.invoke(connection, map("tx-data", schema));
        for (Recorded recorded : history.events()) {
            transact.invoke(connection, map("tx-data", transaction(recorded)));
        }
    }

    private static List<Object> transaction(Recorded recorded) {
        Entry entry = Entry.of(recorded);
        var data = new ArrayList<Object>();
        data.add(at(Date.from(recorded.stamp().recordedAt())));
        String prefix = entry.kind().name().toLowerCase(Locale.ROOT) + "/";
        if (entry.isWithdrawn()) {
            Object entity = List.of(key("fact/id"), entry.id());
            String first = entry.kind() == Entry.Kind.ITEM ? "key" : "value";
            data.add(List.of(key("db/retract"), entity, key(prefix + first)));
        } else {
            var entity = new HashMap<Object, Object>();
            entity.put(key("fact/id"), entry.id());
            entry.fields()
                    .forEach((name, value) -> entity.put(
                            key(prefix + name), name.equals("item") ? List.of(key("fact/id"), value) : value));
            data.add(entity);
        }
        return data;
    }

    private static Object at(Date time) {
        return map("db/id", "datomic.tx", "db/txInstant", time);
    }

    @Override
    public Collection<List<?>> ask(Point point) {
        Object then = asOf.invoke(database.invoke(connection), Date.from(history.recordedAt(point.revision())));
        return rows(query.invoke(QUERY, then));
    }

    @SuppressWarnings("unchecked")
    private static Collection<List<?>> rows(Object answer) {
        return (Collection<List<?>>) answer;
    }

    @Override
    public Map<Cell, Rating> ratings(Collection<List<?>> answer) {
        var ratings = new HashMap<Cell, Rating>();
        for (List<?> row : answer) {
            ratings.put(Entry.cell((String) row.get(0)), Rating.valueOf((String) row.get(1)));
        }
        return ratings;
    }

    private static Object key(String name) {
        return Clojure.read(":" + name);
    }

    private static Map<Object, Object> map(Object... keysAndValues) {
        var map = new HashMap<Object, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(key((String) keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    private static IFn api(String function) {
        Clojure.var("clojure.core", "require").invoke(Clojure.read("datomic.client.api"));
        return Clojure.var("datomic.client.api", function);
    }
}
