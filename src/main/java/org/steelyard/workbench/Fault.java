package org.steelyard.workbench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a field of a form.
 *
 * @param field its name; empty where it is the form as a whole
 * @param id the field's id on the page
 * @param label code of the field's label
 * @param about key of the thing that a repeated field is about; empty for a field that is there once
 * @param said what to do, in the words of the rule that says so; where it is null, the message of {@code code} says it
 * @param arguments of that message
 */
record Fault(
        String field,
        String id,
        String label,
        String about,
        @Nullable String said,
        @Nullable String code,
        List<Object> arguments) {

    /** Whether this sentence needs the label as its subject: it begins with a small letter. */
    public boolean needsLabel(String sentence) {
        return !field.isEmpty() && !sentence.isEmpty() && Character.isLowerCase(sentence.charAt(0));
    }
}
