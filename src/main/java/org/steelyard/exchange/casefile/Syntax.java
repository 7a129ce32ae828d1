package org.steelyard.exchange.casefile;

/** How a case file is written. */
public enum Syntax {
    YAML,
    JSON
}
