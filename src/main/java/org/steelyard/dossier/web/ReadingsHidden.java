package org.steelyard.dossier.web;

/** A page is about readings that blind mode keeps from its reader: in its place they are told what to do first. */
final class ReadingsHidden extends RuntimeException {
    private final transient Shown shown;

    ReadingsHidden(Shown shown) {
        super("Blind mode keeps the readings of " + shown.key());
        this.shown = shown;
    }

    Shown shown() {
        return shown;
    }
}
