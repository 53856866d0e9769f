package io.nabla.data.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name whole or not at all: written beside it, then moved.
 *
 * <pre>{@code
 * try (AtomicFile file = AtomicFile.replacing(target)) {
 *     file.out().write(bytes);
 *     file.commit();
 * }
 * }</pre>
 */
public final class AtomicFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;

    private AtomicFile(Path target, Path temporary) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // closing this stream is left to close(): commit() still has to reach the disk
        this.out = new OutputStream() {
            private final OutputStream file = Channels.newOutputStream(channel);

            @Override
            public void write(int b) throws IOException {
                file.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                file.write(bytes, offset, length);
            }
        };
    }

    /**
     * Starts a file.
     *
     * @param target the name it will have, in a folder that exists
     * @return the file, empty so far
     * @throws IOException if the folder does not exist or cannot be written to
     */
    public static AtomicFile replacing(Path target) throws IOException {
        // process and time in the name: two programs that write the same file do not meet
        String unique = "." + ProcessHandle.current().pid() + "." + System.nanoTime() + ".part";
        try {
            return new AtomicFile(target, target.resolveSibling("." + target.getFileName() + unique));
        } catch (NoSuchFileException missing) {
            throw new IOException(target + ": cannot be written, its folder does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(target + ": may not be written, check the permissions of its folder", denied);
        }
    }

    /**
     * Returns where to write; unbuffered, closing it does nothing.
     *
     * @return the stream of the file's bytes
     */
    public OutputStream out() {
        return out;
    }

    /**
     * Puts the file in its place, replacing one of the same name.
     *
     * @throws IOException if the bytes cannot be forced to the disk, or the file cannot be moved
     */
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends writing; without a {@link #commit()} before, nothing is left behind. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
