package org.steelyard.eventstore;

import org.axonframework.serialization.Serializer;

/** How events are stored, for what writes or reads rows by itself. */
public final class StoredForm {
    private StoredForm() {}

    public static Serializer serializer() {
        return new EventSerializer();
    }
}
