package org.steelyard.dossier.web;

/**
 * The event that set something on a page.
 *
 * @param href where the event stands in the log
 * @param title who, when and why
 */
record SetBy(long revision, String href, String title) {}
