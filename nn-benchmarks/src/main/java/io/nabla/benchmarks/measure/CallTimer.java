package io.nabla.benchmarks.measure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Times calls one by one, after calls that only warm up.
 *
 * @param warmup seconds without measurement
 * @param seconds seconds of measurement
 * @param leastCalls how many calls are measured even if they take longer
 */
public record CallTimer(double warmup, double seconds, int leastCalls) {
    private static final int MOST_CALLS = 2_000_000;

    /** The protocol of whole benchmarks: 3 s of warming up, 2 s of measurement, 20 calls or more. */
    public static CallTimer thorough() {
        return new CallTimer(3, 2, 20);
    }

    /** Checks that at least one call is measured. */
    public CallTimer {
        if (!(warmup >= 0) || !(seconds >= 0) || leastCalls < 1 || leastCalls > MOST_CALLS) {
            throw new IllegalArgumentException("calls are timed for 0 s or more and at least one call, but got "
                    + warmup + " s, " + seconds + " s and " + leastCalls + " calls");
        }
    }

    /**
     * Times a call.
     *
     * @param call takes the number of the call, from 0, and gives a number of its result: so the compiler cannot leave the work
     *     out
     * @throws IllegalStateException if a result is NaN or infinite
     */
    public Latency time(IntToDoubleFunction call) {
        double checksum = 0;
        int i = 0;
        double end = now() + warmup;
        do {
            checksum += call.applyAsDouble(i++);
        } while (now() < end);

        double[] micros = new double[MOST_CALLS];
        int calls = 0;
        Moment start = Moment.now();
        end = now() + seconds;
        while ((now() < end || calls < leastCalls) && calls < MOST_CALLS) {
            long before = System.nanoTime();
            checksum += call.applyAsDouble(i++);
            micros[calls++] = (System.nanoTime() - before) * 1e-3;
        }
        Span all = start.until(Moment.now());
        if (!Double.isFinite(checksum)) {
            throw new IllegalStateException("a timed call gave " + checksum + " where a finite number is expected");
        }
        return new Latency(Median.of(Arrays.copyOf(micros, calls)), all.cpu() * 1e6 / calls);
    }

    private static double now() {
        return System.nanoTime() * 1e-9;
    }
}
