package org.steelyard.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.criteria.JoinType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionListener;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.hibernate.envers.query.AuditEntity;
import org.steelyard.balance.Rating;

/**
 * Hibernate Envers on H2 in memory, by its validity strategy, which is the one made for reading. It has one clock: each event is
 * a transaction with the recorded time for its timestamp, and the number of its revision is that of the event.
 */
final class Envers implements Rival<List<Object[]>> {
    @Entity(name = "Item")
    @Audited
    static class Item {
        @Id
        String id = "";

        boolean inForce;
        long revision;
    }

    @Entity(name = "Rated")
    @Audited
    static class Rated {
        @Id
        String id = "";

        @ManyToOne(fetch = FetchType.LAZY)
        Item item = new Item();

        String rating = "";
        long revision;
    }

    @Entity(name = "Other")
    @Audited
    static class Other {
        @Id
        String id = "";

        @Column(length = 4_000)
        String text = "";

        long revision;
    }

    @Entity(name = "Revision")
    @RevisionEntity(AtRecordedTime.class)
    static class Revision {
        @Id
        @RevisionNumber
        long id;

        @RevisionTimestamp
        long timestamp;
    }

    /** Gives each revision of Envers the number and the time of the event. */
    static final class AtRecordedTime implements RevisionListener {
        private static final AtomicReference<Recorded> CURRENT = new AtomicReference<>();

        @Override
        public void newRevision(Object revision) {
            var made = (Revision) revision;
            made.id = CURRENT.get().revision();
            made.timestamp = CURRENT.get().stamp().recordedAt().toEpochMilli();
        }
    }

    private final EntityManagerFactory entities;
    private final EntityManager reading;
    private final AuditReader reader;

    Envers(SteadyHistory history) {
        entities = new PersistenceConfiguration("bench")
                .managedClass(Item.class)
                .managedClass(Rated.class)
                .managedClass(Other.class)
                .managedClass(Revision.class)
                .property("jakarta.persistence.jdbc.url", "jdbc:h2:mem:envers")
                .property("hibernate.hbm2ddl.auto", "create")
                .property(
                        "org.hibernate.envers.audit_strategy",
                        "org.hibernate.envers.strategy.internal.ValidityAuditStrategy")
                .createEntityManagerFactory();
        try (var writing = entities.createEntityManager()) {
            index(writing);
            history.events().forEach(recorded -> write(writing, recorded));
        }
        reading = entities.createEntityManager();
        reader = AuditReaderFactory.get(reading);
    }

    /** Envers itself indexes its tables by revision first, which would make the join of ratings with items a scan. */
    private static void index(EntityManager writing) {
        writing.getTransaction().begin();
        writing.createNativeQuery("CREATE INDEX item_by_id ON item_aud (id, rev)")
                .executeUpdate();
        writing.getTransaction().commit();
    }

    private static void write(EntityManager writing, Recorded recorded) {
        AtRecordedTime.CURRENT.set(recorded);
        writing.getTransaction().begin();
        Entry entry = Entry.of(recorded);
        switch (entry.kind()) {
            case ITEM -> writeItem(writing, entry, recorded);
            case RATING -> writeRating(writing, entry, recorded);
            case OTHER -> writeOther(writing, entry, recorded);
        }
        writing.getTransaction().commit();
        writing.clear();
    }

    private static void writeItem(EntityManager writing, Entry entry, Recorded recorded) {
        var item = new Item();
        item.id = entry.id();
        item.inForce = !entry.isWithdrawn();
        item.revision = recorded.revision();
        writing.merge(item);
    }

    private static void writeRating(EntityManager writing, Entry entry, Recorded recorded) {
        if (entry.isWithdrawn()) {
            writing.remove(writing.find(Rated.class, entry.id()));
        } else {
            var rated = new Rated();
            rated.id = entry.id();
            rated.item = writing.getReference(Item.class, entry.fields().get("item"));
            rated.rating = entry.fields().getOrDefault("value", "");
            rated.revision = recorded.revision();
            writing.merge(rated);
        }
    }

    private static void writeOther(EntityManager writing, Entry entry, Recorded recorded) {
        var other = new Other();
        other.id = entry.id();
        other.text = entry.fields().getOrDefault("text", "");
        other.revision = recorded.revision();
        writing.merge(other);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Object[]> ask(Point point) {
        return reader.createQuery()
                .forEntitiesAtRevision(Rated.class, point.revision())
                .addProjection(AuditEntity.id())
                .addProjection(AuditEntity.property("rating"))
                .traverseRelation("item", JoinType.INNER)
                .add(AuditEntity.property("inForce").eq(true))
                .up()
                .getResultList();
    }

    @Override
    public Map<Cell, Rating> ratings(List<Object[]> answer) {
        var ratings = new HashMap<Cell, Rating>();
        for (Object[] row : answer) {
            ratings.put(Entry.cell((String) row[0]), Rating.valueOf((String) row[1]));
        }
        return ratings;
    }

    @Override
    public void close() {
        reading.close();
        entities.close();
    }
}
