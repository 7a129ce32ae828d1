package org.steelyard.exchange.casefile;

/** Who imports, and in whose name. */
public record Importer(String user, InNameOf inNameOf) {

    /** Whose entries one may import. */
    public enum InNameOf {
        /** One's own alone. */
        THEMSELVES,
        /** Anybody's; the events name the importer as actor. */
        ANYBODY,
        /** Anybody's, as though each had recorded them in person, at the times that the file simulates. */
        EACH_IN_PERSON
    }

    boolean isDemo() {
        return inNameOf == InNameOf.EACH_IN_PERSON;
    }
}
