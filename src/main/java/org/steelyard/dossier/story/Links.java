package org.steelyard.dossier.story;

import org.jspecify.annotations.Nullable;

/** Where the names in a sentence lead. */
public interface Links {

    /** For a text that stands by itself: nothing leads anywhere. */
    Links NONE = new Links() {
        @Override
        public @Nullable String evidence(String item) {
            return null;
        }

        @Override
        public @Nullable String revision(long revision) {
            return null;
        }
    };

    /** The address of an item of evidence, or null. */
    @Nullable
    String evidence(String item);

    /** The address of the assessment as it stood at a revision, or null. */
    @Nullable
    String revision(long revision);
}
