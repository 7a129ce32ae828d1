package org.steelyard.dossier;

/** A range that ends before it begins. */
public final class BackwardRange extends RuntimeException {
    BackwardRange() {
        super("The range ends before it begins: exchange from and to.");
    }
}
