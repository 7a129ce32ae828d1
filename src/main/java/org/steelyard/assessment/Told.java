package org.steelyard.assessment;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An event as it is sent to those who listen: whole, or to those from whom blind mode may keep what it is, without a word of
 * that.
 *
 * @param author whose rating or judgment it is; empty where it is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Told(String assessment, String author, byte[] whole, byte[] hidden) {

    /** {@code hidden} is asked for where the event may be kept from somebody. */
    public static Told of(String assessment, Recorded recorded, byte[] whole, Supplier<byte[]> hidden) {
        return recorded.isOpinion()
                ? new Told(assessment, recorded.stamp().author(), whole, hidden.get())
                : new Told(assessment, "", whole, whole);
    }

    /** What a listener of this name is sent who may read the assessment. */
    public byte[] to(String listener, Predicate<String> worksBlindIn) {
        boolean mayBeHidden = !author.isEmpty() && !author.equals(listener);
        return mayBeHidden && worksBlindIn.test(assessment) ? hidden : whole;
    }
}
