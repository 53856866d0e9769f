package io.nabla.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A disk in memory of 64 kB, on machines where the user may mount one. */
record SmallDisk(Path path) implements AutoCloseable {
    /** Mounts one; where that is not allowed, the test is skipped and says so. */
    static SmallDisk mount(Path folder) throws IOException {
        Path place = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place.toString()),
                "skipped: no small disk can be mounted here, which takes Linux and the rights of root");
        return new SmallDisk(place);
    }

    void makeReadOnly() throws IOException {
        run("mount", "-o", "remount,ro", path.toString());
    }

    @Override
    public void close() throws IOException {
        run("umount", path.toString());
    }

    private static void run(String... command) throws IOException {
        if (!runs(command)) {
            throw new IOException(List.of(command) + " failed");
        }
    }

    private static boolean runs(String... command) throws IOException {
        boolean isThere = Stream.of("/bin", "/usr/bin", "/sbin", "/usr/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
        return isThere && exitCode(command) == 0;
    }

    private static int exitCode(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(command[0] + " was interrupted");
        }
    }
}
