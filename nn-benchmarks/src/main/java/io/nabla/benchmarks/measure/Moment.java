package io.nabla.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * A moment on two clocks.
 *
 * <pre>{@code
 * Moment start = Moment.now();
 * work();
 * Span span = start.until(Moment.now());
 * }</pre>
 *
 * @param wall seconds on the wall's clock, from anywhere
 * @param cpu the CPU seconds that this whole process has used; NaN where the system does not tell
 */
public record Moment(double wall, double cpu) {
    /** This moment. */
    public static Moment now() {
        return new Moment(System.nanoTime() * 1e-9, cpuSeconds());
    }

    private static double cpuSeconds() {
        long nanos = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : -1;
        return nanos < 0 ? Double.NaN : nanos * 1e-9;
    }

    /** The time from here to a later moment. */
    public Span until(Moment later) {
        return new Span(later.wall - wall, later.cpu - cpu);
    }
}
