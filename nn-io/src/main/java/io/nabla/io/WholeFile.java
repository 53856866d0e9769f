package io.nabla.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears under its name whole or not at all: written beside it, then moved. */
final class WholeFile {
    /** What is to be in it. */
    interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    private WholeFile() {}

    static void write(Path target, Content content) throws IOException {
        // Process and time in the name: two programs that write the same file do not meet.
        String unique = "." + ProcessHandle.current().pid() + "." + System.nanoTime() + ".part";
        Path temporary = target.resolveSibling("." + target.getFileName() + unique);
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException missing) {
            throw new IOException(target + ": cannot be written, its folder does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(target + ": may not be written, check the permissions of its folder", denied);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
