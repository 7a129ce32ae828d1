package org.steelyard.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** The file system {@code lossy:} of H2: files on the disk that is in use. */
@SuppressWarnings("NullAway") // H2 says nothing about null
public final class LossyFiles extends FilePathWrapper {
    private static final AtomicReference<@Nullable LossyDisk> DISK = new AtomicReference<>();

    /** From now on files are opened on this disk. */
    static void use(LossyDisk disk) {
        FilePath.register(new LossyFiles());
        DISK.set(disk);
    }

    @Override
    public String getScheme() {
        return "lossy";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var disk = DISK.get();
        disk.open(name, getBase().open(mode));
        return new Channel(disk, name);
    }

    private static final class Channel extends FileBaseDefault {
        private final LossyDisk disk;
        private final String name;

        Channel(LossyDisk disk, String name) {
            this.disk = disk;
            this.name = name;
        }

        @Override
        public long size() throws IOException {
            return disk.size(name);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return disk.read(name, into, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            return disk.write(name, from, position);
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            disk.truncate(name, length);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.force(name);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.real(name).tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close(name);
        }
    }
}
