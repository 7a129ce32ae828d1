package org.steelyard.dossier.web;

/** A parameter that a form keeps. */
record Kept(String name, String value) {}
