package org.steelyard.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.steelyard.eventstore.EventRows.Row;

/**
 * Rows of the log in a file for a while. Nobody but the user of the server may open it, and it has no name from the moment it is
 * open (on Windows: it goes when it is closed), so that it leaves nothing behind however the process ends.
 */
final class LogFile implements AutoCloseable {
    /** So much room it leaves on the disk, in bytes: the log itself needs it. */
    private static final long LEFT_FREE = 1L << 30;

    private static final int NULL = -1;

    private final FileChannel file;
    private final FileStore disk;
    private final AtomicLong end = new AtomicLong();

    LogFile(Path folder) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(folder), "rebuild-", ".tmp");
        disk = Files.getFileStore(folder);
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private record Block(long start, int bytes) {}

    /** Rows that follow each other, written by one thread. */
    final class Part {
        private final List<Block> blocks = new ArrayList<>();
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        /** @param atOnce how many bytes are gathered before they are written */
        void add(Row row, int atOnce) throws IOException {
            byte[][] texts = {
                bytes(row.assessment()),
                bytes(row.type()),
                bytes(row.identifier()),
                bytes(row.timestamp()),
                bytes(row.payload().getType().getName()),
                bytes(row.payload().getType().getRevision()),
                bytes(row.payload().getData()),
                bytes(row.metaData().getData())
            };
            int size = 2 * Long.BYTES;
            for (byte[] text : texts) {
                size += Integer.BYTES + (text == null ? 0 : text.length);
            }
            if (buffer.remaining() < size) {
                finish();
                buffer = ByteBuffer.allocate(Math.max(size, atOnce));
            }
            buffer.putLong(row.index()).putLong(row.sequence());
            for (byte[] text : texts) {
                buffer.putInt(text == null ? NULL : text.length);
                if (text != null) {
                    buffer.put(text);
                }
            }
        }

        /** Writes what is gathered. */
        void finish() throws IOException {
            buffer.flip();
            int bytes = buffer.remaining();
            if (bytes > 0) {
                if (disk.getUsableSpace() - bytes < LEFT_FREE) {
                    throw new IOException("Less than " + LEFT_FREE + " bytes would be left on the disk");
                }
                long start = end.getAndAdd(bytes);
                for (long at = start; buffer.hasRemaining(); ) {
                    at += file.write(buffer, at);
                }
                blocks.add(new Block(start, bytes));
            }
            buffer = ByteBuffer.allocate(0);
        }

        void read(Consumer<Row> each) throws IOException {
            for (Block block : blocks) {
                ByteBuffer rows = ByteBuffer.allocate(block.bytes());
                while (rows.hasRemaining()) {
                    if (file.read(rows, block.start() + rows.position()) < 0) {
                        throw new EOFException("The file of rows ends early");
                    }
                }
                rows.flip();
                while (rows.hasRemaining()) {
                    each.accept(row(rows));
                }
            }
        }
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    private static Row row(ByteBuffer rows) {
        long index = rows.getLong();
        long sequence = rows.getLong();
        String assessment = text(rows);
        String type = text(rows);
        String identifier = text(rows);
        String timestamp = text(rows);
        String name = text(rows);
        String revision = text(rows);
        return new Row(
                index,
                assessment,
                sequence,
                type,
                identifier,
                timestamp,
                new SimpleSerializedObject<>(text(rows), String.class, name, revision),
                new SerializedMetaData<>(text(rows), String.class));
    }

    // Null comes back where null was given, as with columns.
    @SuppressWarnings("NullAway")
    private static String text(ByteBuffer rows) {
        int length = rows.getInt();
        if (length == NULL) {
            return null;
        }
        var text = new byte[length];
        rows.get(text);
        return new String(text, UTF_8);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
