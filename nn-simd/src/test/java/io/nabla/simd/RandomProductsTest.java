package io.nabla.simd;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.core.kernels.PlainKernels;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Products of random shapes, some large enough for several blocks, some mostly zeros: the bits of the plain kernels. */
class RandomProductsTest extends VectorApiPresent {
    private static final int TRIALS = 150;

    @ParameterizedTest
    @EnumSource
    void haveTheBitsOfThePlainKernels(Precision precision) {
        Kernels plain = PlainKernels.of(precision);
        Kernels simd = new SimdKernelsProvider().kernels(precision).orElseThrow();
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            int rows = 1 + random.nextInt(trial % 3 == 0 ? 600 : 70);
            int inner = 1 + random.nextInt(trial % 5 == 0 ? 600 : 40);
            int columns = 1 + random.nextInt(trial % 7 == 0 ? 560 : 30);
            double density = 0.1 + random.nextInt(3) / 2.0;
            int from = random.nextInt(columns);
            int to = from + 1 + random.nextInt(columns - from);
            boolean accumulate = random.nextBoolean();
            for (Product product : Product.values()) {
                boolean left = product == Product.LEFT_TRANSPOSED;
                boolean right = product == Product.RIGHT_TRANSPOSED;
                Matrix a = numbers(plain, left ? inner : rows, left ? rows : inner, 1, random);
                Matrix b = numbers(plain, right ? columns : inner, right ? inner : columns, density, random);
                Matrix c = numbers(plain, rows, columns, 1, random);
                Matrix expected = c.copy();
                plain.multiply(product, a, b, expected, accumulate, from, to);
                simd.multiply(product, a, b, c, accumulate, from, to);
                assertThat(c.sameBits(expected))
                        .as("%s of %d x %d x %d, columns %d to %d", product, rows, inner, columns, from, to)
                        .isTrue();
            }
        }
    }

    private static Matrix numbers(Kernels kernels, int rows, int columns, double density, Random random) {
        Matrix matrix = Matrix.zeros(kernels, rows, columns);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextDouble() < density ? random.nextGaussian() : 0);
        }
        return matrix;
    }
}
