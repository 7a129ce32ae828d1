package org.steelyard.http;

/** What one stream sends. It is asked on the stream's own thread, which may wait. */
public interface Narrator extends AutoCloseable {

    /**
     * Adds what there is to send by now, oldest first, if anything. Asked again when there is more, and every few seconds.
     *
     * @return whether the stream goes on; false where the listener may not listen any more, or lost its place
     */
    boolean next(Frames frames);

    @Override
    void close();
}
