package org.steelyard.site;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the pages, from the message bundles. */
@Component
public final class Texts {
    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The message of this code as a sentence.
     *
     * @throws org.springframework.context.NoSuchMessageException where no bundle has it
     */
    public Sentence sentence(String code, Object... arguments) {
        return Sentence.of(pattern(code), arguments);
    }

    /** The message of this code as a text. */
    public String text(String code, Object... arguments) {
        return sentence(code, arguments).text();
    }

    /** "rating.CC" for {@code word("rating", Rating.CC)}. */
    public String word(String group, Enum<?> constant) {
        return text(group + "." + constant.name());
    }

    private String pattern(String code) {
        return messages.getMessage(code, null, Locale.ENGLISH);
    }
}
