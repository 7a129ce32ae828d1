package org.steelyard.dossier;

import java.util.Locale;
import org.steelyard.assessment.Recorded;

/** By what the parts of a change are put together. */
public enum Grouping {
    /** The kind of event. */
    KIND {
        @Override
        public String key(Recorded event) {
            return event.kind();
        }
    },
    /** Whose view the event records. */
    ANALYST {
        @Override
        public String key(Recorded event) {
            return event.stamp().author();
        }
    },
    /** What the event is about: an item of evidence with its cells, an interpretation, a source, an indicator. */
    ITEM {
        @Override
        public String key(Recorded event) {
            String item = event.event().item();
            return item == null ? "" : item.split("/", 2)[0];
        }
    };

    /** The group that an event belongs to. Of items it is empty where the event is about the assessment as a whole. */
    public abstract String key(Recorded event);

    /** As addresses and answers write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
