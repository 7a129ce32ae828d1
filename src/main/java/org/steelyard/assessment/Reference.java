package org.steelyard.assessment;

import org.steelyard.balance.At;
import org.steelyard.balance.Versions;

/**
 * Something that a command refers to and that must be in force for it.
 *
 * @param name for messages: "Evidence e1"
 * @param inForce its versions: in force where there is a value other than false
 */
record Reference(String name, Versions<?> inForce) {

    /** How a reference came into the command: in the path, or in the field that the pointer names. */
    sealed interface Place {
        /** In the path of the request. */
        record Path() implements Place {}

        /** In the body. */
        record Field(String pointer) implements Place {}
    }

    static final Place PATH = new Place.Path();

    static Place field(String pointer) {
        return new Place.Field(pointer);
    }

    boolean isInForce(At at) {
        Object value = inForce.at(at);
        return value != null && !Boolean.FALSE.equals(value);
    }

    /** Whether it was ever in force up to then. */
    boolean hasBegun(At at) {
        return inForce.startedBy(at);
    }
}
