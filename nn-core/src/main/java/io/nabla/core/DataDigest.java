package io.nabla.core;

import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A digest of a data set, by which it can be known again: the number of examples, and the SHA-256 of their numbers.
 *
 * <p>Of a data set with more than eight million numbers only every second, third, ... example is looked at, such that it takes a
 * fraction of a second.
 *
 * <pre>{@code
 * String digest = DataDigest.of(data);   // 50000 examples of sha256 27b54f5a2a5e3d57
 * }</pre>
 */
public final class DataDigest {
    private static final long MOST_NUMBERS = 1 << 23;
    private static final int AT_ONCE = 256;

    private DataDigest() {}

    /** The digest in words. */
    public static String of(Dataset data) {
        int inputs = data.inputs().size();
        int targets = data.targets().size();
        long numbers = (long) data.size() * (inputs + targets);
        int every = (int) ((numbers + MOST_NUMBERS - 1) / MOST_NUMBERS);
        int[] examples =
                IntStream.range(0, data.size()).filter(i -> i % every == 0).toArray();
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Fingerprint fingerprint = new Fingerprint();
        for (int from = 0; from < examples.length; from += AT_ONCE) {
            int count = Math.min(AT_ONCE, examples.length - from);
            Matrix x = Matrix.zeros(kernels, inputs, count);
            Matrix y = Matrix.zeros(kernels, targets, count);
            data.copyExamples(examples, from, x, y);
            fingerprint.add(x);
            fingerprint.add(y);
        }
        if (data.isWeighted()) {
            double[] weights = Arrays.stream(examples).mapToDouble(data::weight).toArray();
            fingerprint.add(Matrix.column(kernels, weights));
        }
        return data.size() + " examples of sha256 " + fingerprint.hex().substring(0, 16);
    }
}
