package org.steelyard.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A request to the API whose body is counted and digested as it is read, and that asks for no 304: an answer's revision is no
 * cache validator.
 */
final class ApiRequest extends HttpServletRequestWrapper {

    /** Bytes of the largest body. */
    static final long LARGEST = 16L << 20;

    private static final Set<String> HIDDEN = Set.of(
            HttpHeaders.IF_NONE_MATCH.toLowerCase(Locale.ROOT),
            HttpHeaders.IF_MODIFIED_SINCE.toLowerCase(Locale.ROOT),
            HttpHeaders.IF_UNMODIFIED_SINCE.toLowerCase(Locale.ROOT));

    private final MessageDigest digest = sha256();
    private @Nullable Counted body;

    ApiRequest(HttpServletRequest request) {
        super(request);
    }

    /** SHA-256, hex, of the body as far as it was read and of the query. */
    String digest() {
        try {
            var copy = (MessageDigest) digest.clone();
            copy.update((byte) 0xff);
            copy.update(String.valueOf(getQueryString()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(copy.digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counted(super.getInputStream(), digest);
        }
        return body;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
        return isHidden(name) ? -1 : super.getDateHeader(name);
    }

    private static boolean isHidden(String name) {
        return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Begins a digest of what was sent. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final MessageDigest digest;
        private long read;

        Counted(ServletInputStream body, MessageDigest digest) {
            this.body = body;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            if (count > 0) {
                read += count;
                if (read > LARGEST) {
                    throw Problem.tooLarge(LARGEST);
                }
                digest.update(into, offset, count);
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
