package org.steelyard.exchange.casefile;

/**
 * Something wrong with a case file.
 *
 * @param pointer JSON pointer to the field (RFC 6901); empty for the document
 * @param message a sentence that says where, what is wrong and what to do
 */
public record Complaint(String pointer, String message) {}
