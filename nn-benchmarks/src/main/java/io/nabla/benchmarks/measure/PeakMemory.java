package io.nabla.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that this process has held at once, the JVM and the data included. */
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String KEY = "VmHWM:";

    private PeakMemory() {}

    /** In megabytes of 2²⁰ bytes; 0 where the system does not tell, as only Linux does. */
    public static long megabytes() {
        try {
            return Files.isReadable(STATUS) ? megabytes(Files.readAllLines(STATUS)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** From lines such as {@code VmHWM:   204800 kB}. */
    static long megabytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(KEY))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
