package org.steelyard.assessment;

import com.fasterxml.jackson.annotation.JsonValue;

/** Traffic Light Protocol 2.0 (FIRST), from least to most strict. Its label is what is stored and shown. */
public enum Marking {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    Marking(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    public boolean stricterThan(Marking other) {
        return compareTo(other) > 0;
    }
}
