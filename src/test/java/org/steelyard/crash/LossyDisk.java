package org.steelyard.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A disk with a cache: what is written is read back at once and reaches the real files only when it is forced. When its power is
 * cut, of the writes not forced each is lost, or survives whole or in part, as a real disk may write them in any order.
 */
final class LossyDisk {
    private final Map<String, Content> files = new HashMap<>();
    private final Random random;
    private final double survivors;
    private final CountDownLatch cut = new CountDownLatch(1);
    private int accesses = Integer.MAX_VALUE;

    /** @param survivors how likely it is, from 0 to 1, that a write outlives the power although it was not forced */
    LossyDisk(Random random, double survivors) {
        this.random = random;
        this.survivors = survivors;
    }

    /** A write, or a new length where there are no bytes. The bytes are never changed. */
    private record Change(long position, ByteBuffer bytes) {

        void applyTo(FileChannel real) throws IOException {
            if (bytes.hasRemaining()) {
                real.write(bytes.duplicate(), position);
            } else {
                real.truncate(position);
            }
        }
    }

    /** One file: what is in it as long as there is power, and what of that has not reached the real file. */
    private static final class Content {
        final FileChannel real;
        byte[] bytes;
        int length;
        final List<Change> unforced = new ArrayList<>();

        Content(FileChannel real) throws IOException {
            this.real = real;
            length = (int) real.size();
            bytes = new byte[Math.max(length, 1 << 16)];
            real.read(ByteBuffer.wrap(bytes, 0, length), 0);
        }
    }

    synchronized void open(String name, FileChannel real) throws IOException {
        files.put(name, new Content(real));
    }

    synchronized FileChannel real(String name) throws IOException {
        return powered(name).real;
    }

    synchronized long size(String name) throws IOException {
        return powered(name).length;
    }

    synchronized int read(String name, ByteBuffer into, long position) throws IOException {
        var file = powered(name);
        int count = (int) Math.min(into.remaining(), file.length - position);
        if (count <= 0) {
            return -1;
        }
        into.put(file.bytes, (int) position, count);
        return count;
    }

    synchronized int write(String name, ByteBuffer from, long position) throws IOException {
        access();
        var file = powered(name);
        var bytes = new byte[from.remaining()];
        from.get(bytes);
        int end = (int) position + bytes.length;
        if (end > file.bytes.length) {
            file.bytes = Arrays.copyOf(file.bytes, 2 * end);
        }
        System.arraycopy(bytes, 0, file.bytes, (int) position, bytes.length);
        file.length = Math.max(file.length, end);
        file.unforced.add(new Change(position, ByteBuffer.wrap(bytes)));
        return bytes.length;
    }

    synchronized void truncate(String name, long length) throws IOException {
        access();
        var file = powered(name);
        if (length < file.length) {
            Arrays.fill(file.bytes, (int) length, file.length, (byte) 0);
            file.length = (int) length;
            file.unforced.add(new Change(length, ByteBuffer.allocate(0)));
        }
    }

    synchronized void force(String name) throws IOException {
        access();
        forced(powered(name));
    }

    private static void forced(Content file) throws IOException {
        for (Change change : file.unforced) {
            change.applyTo(file.real);
        }
        file.unforced.clear();
    }

    synchronized void close(String name) throws IOException {
        var file = files.get(name);
        if (file != null) {
            file.real.close();
        }
    }

    /** Forces everything there is: the disk has been left alone for a while. */
    synchronized void rest() throws IOException {
        for (Content file : files.values()) {
            forced(file);
        }
    }

    /** Cuts the power at the n-th access from now on. */
    synchronized void cutAt(int access) {
        accesses = access;
    }

    void untilCut() throws InterruptedException {
        cut.await();
    }

    private void access() throws IOException {
        if (--accesses > 0 || cut.getCount() == 0) {
            return;
        }
        for (Content file : files.values()) {
            for (Change change : file.unforced) {
                if (file.real.isOpen() && random.nextDouble() < survivors) {
                    torn(change).applyTo(file.real);
                }
            }
            file.real.close();
        }
        cut.countDown();
    }

    private Change torn(Change change) {
        int length = change.bytes().remaining();
        return length == 0 || random.nextBoolean()
                ? change
                : new Change(change.position(), change.bytes().slice(0, random.nextInt(length) + 1));
    }

    private Content powered(String name) throws IOException {
        var file = files.get(name);
        if (cut.getCount() == 0 || file == null) {
            throw new IOException("There is no power");
        }
        return file;
    }
}
