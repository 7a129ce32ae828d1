package org.steelyard.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What is to be sent to one listener in one go, as Server-Sent Events have it (WHATWG HTML, section 9.2). */
public final class Frames {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Frames() {}

    /**
     * One event as it is sent, to however many.
     *
     * @param json without line ends, as the JSON of a record is
     */
    public static byte[] frame(long id, String event, String json) {
        return utf8("id: " + id + "\nevent: " + event + "\ndata: " + json + "\n\n");
    }

    /** Adds an event. */
    public void add(byte[] frame) {
        bytes.writeBytes(frame);
    }

    /** Says where the listener stands, so that it resumes from there; without data it is no event to anybody. */
    public void standAt(long id) {
        bytes.writeBytes(utf8("id: " + id + "\n\n"));
    }

    void retryAfter(long millis) {
        bytes.writeBytes(utf8("retry: " + millis + "\n\n"));
    }

    void comment() {
        bytes.writeBytes(utf8(":\n\n"));
    }

    /** Bytes that wait to be sent. */
    public int size() {
        return bytes.size();
    }

    void writeTo(OutputStream listener) throws IOException {
        if (bytes.size() > 0) {
            bytes.writeTo(listener);
            listener.flush();
            bytes.reset();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
