package org.steelyard.workbench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page with a form for each thing of a kind, and one for a new thing.
 *
 * @param fresh the form for a new one
 * @param forms by key of the thing
 */
record Sheet(Form fresh, Map<String, Form> forms) {

    /** Forms filled with the values of things. */
    static Sheet of(String texts, long revision, Map<String, Map<String, String>> values) {
        var forms = new LinkedHashMap<String, Form>();
        values.forEach((key, fields) ->
                forms.put(key, Form.blank(texts, revision).about(key).with(fields)));
        return new Sheet(Form.blank(texts, revision), forms);
    }

    /** The same with this form, which comes back, in its place. */
    Sheet with(Form back) {
        if (back.scope().isEmpty()) {
            return new Sheet(back, forms);
        }
        var all = new LinkedHashMap<>(forms);
        all.put(back.scope(), back);
        return new Sheet(fresh, all);
    }

    public Form form(String key) {
        return forms.getOrDefault(key, fresh);
    }

    /** The form that came back with something to say, or the one for a new thing. */
    public Form speaking() {
        return forms.values().stream()
                .filter(form -> form.hasFaults() || !form.movedOn().isEmpty())
                .findFirst()
                .orElse(fresh);
    }

    /** Whether this thing's form is the one that came back. */
    public boolean opens(String key) {
        Form form = form(key);
        return form.hasFaults() || !form.movedOn().isEmpty() || Foresight.isAsked(form);
    }
}
