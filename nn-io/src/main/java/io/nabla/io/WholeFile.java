package io.nabla.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name whole or not at all, even where the power fails: written beside it, forced to the disk, closed,
 * moved in one step, and the folder forced to the disk too.
 */
public final class WholeFile {
    /** What the names of files end with that are not whole yet; a program that is killed leaves one. */
    static final String UNFINISHED = ".part";

    /** What is to be in it. */
    public interface Content {
        /** Writes it, from the beginning. */
        void writeTo(FileChannel channel) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file, which replaces one of the same name only when it is whole.
     *
     * @throws IOException if the file cannot be written; then nothing is left of it
     */
    public static void write(Path target, Content content) throws IOException {
        // Process and time in the name: two programs that write the same file do not meet.
        String unique = "." + ProcessHandle.current().pid() + "." + System.nanoTime() + UNFINISHED;
        Path temporary = target.resolveSibling("." + target.getFileName() + unique);
        try {
            fill(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(temporary, e);
            throw inWords(target, e);
        } catch (RuntimeException | Error e) {
            remove(temporary, e);
            throw e;
        }
        forceFolder(target);
    }

    /** The file is closed before it is moved, as Windows moves none that is open. */
    private static void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
    }

    /** What cannot be removed either must not hide why the file could not be written. */
    private static void remove(Path temporary, Throwable why) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static IOException inWords(Path target, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new IOException(target + ": cannot be written, its folder does not exist", e);
        }
        if (e instanceof AccessDeniedException) {
            return new IOException(target + ": may not be written, check the permissions of its folder", e);
        }
        return e;
    }

    /** The move itself is on the disk only when the folder is; Windows has no such thing as an open folder. */
    private static void forceFolder(Path target) throws IOException {
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Path folder = target.toAbsolutePath().getParent();
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
