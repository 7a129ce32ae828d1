package org.steelyard.dossier.web;

/**
 * What a reader who sees no assessment yet can do first.
 *
 * @param users whether they add users
 * @param open whether they open assessments
 * @param demo whether they may load the demo cases: as an administrator, while there is no assessment at all
 */
record Beginning(boolean users, boolean open, boolean demo) {}
