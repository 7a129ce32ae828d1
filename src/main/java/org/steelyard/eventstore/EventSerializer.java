package org.steelyard.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;

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
                        .changeDefaultPropertyInclusion(
                                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))));
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(Class type) {
        String name = type == null ? null : EventNames.nameOf(type);
        return name == null ? super.typeForClass(type) : new SimpleSerializedType(name, null);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = EventNames.classOf(type.getName());
        if (event != null) {
            return event;
        }
        if (type.getName().startsWith("assessment.")) {
            throw new UnknownEvent(type.getName());
        }
        return super.classForType(type);
    }

    /** The log holds an event that this version of the server does not know. */
    static final class UnknownEvent extends IllegalStateException {
        UnknownEvent(String name) {
            super("The log holds an event named " + name
                    + ", which this version does not know: run the version that wrote" + " it, or a newer one.");
        }
    }
}
