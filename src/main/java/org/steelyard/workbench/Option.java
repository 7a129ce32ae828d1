package org.steelyard.workbench;

import java.util.List;
import java.util.stream.Stream;
import org.steelyard.site.Texts;

/** One of the values that a field offers, with its wording. */
record Option(String value, String text) {

    /** Every constant of an enum, worded by the messages {@code group.NAME}. */
    static <E extends Enum<E>> List<Option> of(Texts texts, String group, E[] constants) {
        return Stream.of(constants)
                .map(constant -> new Option(constant.name(), texts.word(group, constant)))
                .toList();
    }
}
