package org.steelyard.eventstore;

import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what was stored under one wire name as if it had been stored under the next: {@code x.v1} as {@code x.v2}. Each is a bean
 * with an {@code @Order}, oldest first, kept for ever. What is stored stays as it is.
 */
final class JsonUpcaster extends SingleEventUpcaster {
    private final SerializedType from;
    private final SerializedType to;
    private final UnaryOperator<ObjectNode> change;

    /** @param change makes the new JSON of the old one, which is its own to change */
    JsonUpcaster(String from, String to, UnaryOperator<ObjectNode> change) {
        this.from = new SimpleSerializedType(from, null);
        this.to = new SimpleSerializedType(to, null);
        this.change = change;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(to, JsonNode.class, json -> change.apply(json.asObject()));
    }
}
