package org.steelyard.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Events as JSON under their wire names. Reading is strict: an unknown name or field stops it, since an event that was skipped
 * or half read would silently change every balance after it.
 */
final class EventSerializer extends Jackson3Serializer {

    EventSerializer() {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .addModule(new SimpleModule().addSerializer(new SortedSet()))
                        .changeDefaultPropertyInclusion(
                                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))));
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(Class type) {
        String name = type == null ? null : EventNames.nameOf(type);
        if (name != null) {
            return new SimpleSerializedType(name, null);
        }
        if (type == MetaData.class) {
            return super.typeForClass(type);
        }
        throw new IllegalArgumentException(type + " has no wire name, so it cannot be stored");
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = EventNames.classOf(type.getName());
        if (event != null) {
            return event;
        }
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        throw new UnknownEvent(type.getName());
    }

    /** A set has no order of its own, and equal events must be equal bytes. */
    private static final class SortedSet extends StdSerializer<Set<?>> {
        SortedSet() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            set.stream().map(String::valueOf).sorted().forEach(json::writeString);
            json.writeEndArray();
        }
    }

    /** The log holds an event that this version of the server does not know. */
    static final class UnknownEvent extends IllegalStateException {
        UnknownEvent(String name) {
            super("The log holds an event named " + name
                    + ", which this version does not know: run the version that wrote it, or a newer one.");
        }
    }
}
