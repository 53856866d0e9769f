package io.nabla.examples.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;

/** How near our figures must be to the oracle's: each element to 1e-12 of it in double and to 1e-5 in float. */
final class Near {
    private Near() {}

    static double tolerance(Precision precision) {
        return precision == Precision.DOUBLE ? 1e-12 : 1e-5;
    }

    /** Our matrix divided by a number is the oracle's. */
    static void assertMatrix(String what, Matrix ours, double divisor, Matrix expected, Precision precision) {
        assertThat(new int[] {ours.rows(), ours.columns()})
                .as("%s: rows and columns", what)
                .containsExactly(expected.rows(), expected.columns());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(ours.get(i) / divisor)
                    .as("%s, element %d", what, i)
                    .isCloseTo(expected.get(i), within(tolerance(precision) * Math.abs(expected.get(i))));
        }
    }
}
