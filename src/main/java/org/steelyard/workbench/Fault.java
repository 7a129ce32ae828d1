package org.steelyard.workbench;

/**
 * What is wrong with a field of a form.
 *
 * @param field its name; empty where it is the form as a whole
 * @param id the field's id on the page
 * @param label code of the field's label
 * @param about key of the thing that a repeated field is about; empty for a field that is there once
 * @param message what to do; where it begins with a small letter, the label is its subject
 */
record Fault(String field, String id, String label, String about, String message) {

    /** Whether the message needs its label before it to be a sentence. */
    public boolean needsLabel() {
        return !field.isEmpty() && !message.isEmpty() && Character.isLowerCase(message.charAt(0));
    }
}
