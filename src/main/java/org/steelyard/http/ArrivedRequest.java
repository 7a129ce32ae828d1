package org.steelyard.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request that has come whole, with its small body: who works on it does not wait for who sends it. */
final class ArrivedRequest extends HttpServletRequestWrapper {
    /** Bytes. Bodies are kept before it is known whose they are, so they must not be large. */
    private static final int LARGEST = 16 << 10;

    private final Body body;

    private ArrivedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = new Body(body);
    }

    /** Whether the body, if any, is said to be small; never that of a form, which the server reads as it is asked for a field. */
    static boolean canBeAwaited(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0
                ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                : length == 0 || (length <= LARGEST && !isForm(request));
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /**
     * Waits for the body.
     *
     * @throws IOException where the sender leaves, or sends too slowly
     */
    static HttpServletRequest await(HttpServletRequest request) throws IOException {
        int length = request.getContentLength();
        return length <= 0
                ? request
                : new ArrivedRequest(request, request.getInputStream().readNBytes(length));
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Requests are answered by threads that wait");
        }
    }
}
