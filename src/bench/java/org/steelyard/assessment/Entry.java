package org.steelyard.assessment;

import java.util.Map;
import org.steelyard.assessment.AssessmentEvent.*;

/**
 * What an event sets, as a store of entities keeps it: each fact an entity of its own, as the product dates each fact by itself.
 *
 * @param id of the entity: the key of an item, the cell of a rating, else something that no query looks at
 * @param fields its values; empty where it is withdrawn
 */
record Entry(Kind kind, String id, Map<String, String> fields) {
    enum Kind {
        ITEM,
        RATING,
        OTHER
    }

    static Entry of(Recorded recorded) {
        return switch (recorded.event()) {
            case EvidenceRecorded e -> item(e, Map.of("key", e.key()));
            case EvidenceReinstated e -> item(e, Map.of("key", e.key()));
            case EvidenceRetracted e -> item(e, Map.of());
            case EvidenceRated e ->
                rating(e, Map.of("item", e.evidence(), "value", e.rating().name()));
            case RatingWithdrawn e -> rating(e, Map.of());
            case CommentMade e -> new Entry(Kind.OTHER, "comment " + recorded.revision(), Map.of("text", e.text()));
            case AssessmentEvent e -> new Entry(Kind.OTHER, name(recorded), Map.of("text", e.toString()));
        };
    }

    private static Entry item(OfKey event, Map<String, String> fields) {
        return new Entry(Kind.ITEM, event.key(), fields);
    }

    private static Entry rating(OfCell event, Map<String, String> fields) {
        return new Entry(Kind.RATING, event.item(), fields);
    }

    private static String name(Recorded recorded) {
        String item = recorded.event().item();
        return recorded.kind() + " " + (item == null ? recorded.stamp().author() : item);
    }

    boolean isWithdrawn() {
        return fields.isEmpty();
    }

    static Rival.Cell cell(String id) {
        int slash = id.indexOf('/');
        return new Rival.Cell(id.substring(0, slash), id.substring(slash + 1));
    }
}
