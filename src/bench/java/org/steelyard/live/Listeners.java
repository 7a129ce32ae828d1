package org.steelyard.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Listeners to one stream, all read by one thread; of each event that each of them got, the moment. */
final class Listeners implements AutoCloseable {
    private static final Pattern CHANGE =
            Pattern.compile("\"assessment\":\"([^\"]+)\",\"revision\":(\\d+),.*\"recordedAt\":\"([^\"]+)\"");

    private final Selector selector = Selector.open();
    private final List<Listener> all = new ArrayList<>();
    private final Map<Long, Change> changes = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    private volatile boolean closed;

    Listeners() throws IOException {}

    /** An event as the stream told it; read once, of whoever got it first. */
    record Change(String assessment, long revision, String recordedAt) {}

    /** One of them: the ids that it got, in their order, and when, in nanoseconds. */
    static final class Listener {
        private final SocketChannel channel;
        private final StringBuilder line = new StringBuilder();
        private final StringBuilder frame = new StringBuilder();
        private boolean inHead = true;
        private int left;
        private final long[] ids;
        private final long[] moments;
        private volatile int count;
        private long id;
        private boolean begun;

        private Listener(SocketChannel channel, int most) {
            this.channel = channel;
            ids = new long[most];
            moments = new long[most];
        }

        int count() {
            return count;
        }

        long id(int number) {
            return ids[number];
        }

        long moment(int number) {
            return moments[number];
        }
    }

    /** Adds one who sends this token; each keeps so many events at most. */
    void connect(int port, String path, String token, int most) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var request =
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        var listener = new Listener(channel, most);
        all.add(listener);
        channel.register(selector, SelectionKey.OP_READ, listener);
        selector.wakeup();
    }

    /** Reads until closed; on a thread of its own. */
    void read() {
        var buffer = ByteBuffer.allocateDirect(64 << 10);
        try {
            while (!closed) {
                selector.select(
                        key -> {
                            if (key.attachment() instanceof Listener listener) {
                                read(listener, buffer);
                            }
                        },
                        100);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(Listener listener, ByteBuffer buffer) {
        try {
            buffer.clear();
            int length = listener.channel.read(buffer);
            if (length < 0) {
                over.incrementAndGet();
                listener.channel.close();
                return;
            }
            long now = System.nanoTime();
            buffer.flip();
            while (buffer.hasRemaining()) {
                take(listener, (char) buffer.get(), now);
            }
        } catch (IOException reset) {
            over.incrementAndGet();
        }
    }

    /** Lines of the head and lengths of chunks are taken out; what is left are the lines of the stream. */
    private void take(Listener listener, char next, long now) {
        if (listener.left > 0) {
            listener.left--;
            if (next == '\n') {
                line(listener, now);
                listener.line.setLength(0);
            } else {
                listener.line.append(next);
            }
        } else if (next == '\n') {
            boolean blank = listener.frame.isEmpty();
            if (listener.inHead) {
                listener.inHead = !blank;
            } else if (!blank) {
                listener.left = Integer.parseInt(listener.frame, 0, listener.frame.length(), 16);
            }
            listener.frame.setLength(0);
        } else if (next != '\r') {
            listener.frame.append(next);
        }
    }

    private void line(Listener listener, long now) {
        var line = listener.line;
        if (line.length() < 5) {
            return;
        }
        if (line.charAt(0) == 'i' && line.charAt(1) == 'd') {
            listener.id = Long.parseLong(line, 4, line.length(), 10);
            if (!listener.begun) {
                listener.begun = true;
                begun.incrementAndGet();
            }
        } else if (line.charAt(0) == 'd' && line.charAt(4) == ':') {
            int number = listener.count;
            listener.ids[number] = listener.id;
            listener.moments[number] = now;
            listener.count = number + 1;
            if (!changes.containsKey(listener.id)) {
                changes.put(listener.id, change(line.toString()));
            }
        }
    }

    private static Change change(String data) {
        var found = CHANGE.matcher(data);
        if (!found.find()) {
            throw new IllegalStateException("No change: " + data);
        }
        return new Change(found.group(1), Long.parseLong(found.group(2)), found.group(3));
    }

    /** How many streams have begun, and how many are over. */
    int begun() {
        return begun.get();
    }

    int over() {
        return over.get();
    }

    List<Listener> all() {
        return all;
    }

    @Nullable
    Change change(long id) {
        return changes.get(id);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (var listener : all) {
            listener.channel.close();
        }
        selector.close();
    }
}
