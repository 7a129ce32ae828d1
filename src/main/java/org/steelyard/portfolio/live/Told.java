package org.steelyard.portfolio.live;

import java.util.function.Predicate;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.http.Frames;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change as it is sent: whole, or to those from whom blind mode may keep what it is, without a word of that.
 *
 * @param author whose rating or judgment it is; empty where it is none
 */
@SuppressWarnings("ArrayRecordComponent")
record Told(String assessment, String author, byte[] whole, byte[] hidden) {

    static Told of(Logged event, JsonMapper json) {
        byte[] whole = frame(event, Change.of(event), json);
        var recorded = event.recorded();
        return recorded.isOpinion()
                ? new Told(
                        event.assessment(), recorded.stamp().author(), whole, frame(event, Change.hidden(event), json))
                : new Told(event.assessment(), "", whole, whole);
    }

    private static byte[] frame(Logged event, Change change, JsonMapper json) {
        return Frames.frame(event.index(), "change", json.writeValueAsString(change));
    }

    /** What a listener of this name is sent who may read the assessment. */
    byte[] to(String listener, Predicate<String> worksBlindIn) {
        boolean mayBeHidden = !author.isEmpty() && !author.equals(listener);
        return mayBeHidden && worksBlindIn.test(assessment) ? hidden : whole;
    }
}
