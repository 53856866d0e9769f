package io.nabla.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Initializer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.testkit.InitializerContract;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest implements InitializerContract {
    @Override
    public Initializer initializer() {
        return new Orthogonal();
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return 1 / Math.sqrt(Math.max(fanIn, fanOut));
    }

    @Override
    public double biasDeviation() {
        return 0;
    }

    /** Unlike other initializers', as only a matrix of one size has orthogonal columns of length 1. */
    @Test
    @Override
    public void weightsFollowTheFansOfTheParameter() {
        Matrix w = draw(Precision.DOUBLE, 200, 100, 9, 25);
        assertThat(w.sameBits(draw(Precision.DOUBLE, 200, 100, 100, 200))).isTrue();
        NumpyRandom random = new NumpyRandom(12345678);
        double squares = 0;
        for (int i = 0; i < 10_000; i++) {
            double weight = new Orthogonal().weight(9, 25, random);
            squares += weight * weight;
        }
        assertThat(squares / 10_000).isCloseTo(1.0 / 25, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 200", "300, 100", "100, 300", "50, 1", "1, 50"})
    void columnsAreOrthonormalOrRowsWhereThereAreFewer(int rows, int columns) {
        for (Precision precision : Precision.values()) {
            Matrix w = draw(precision, rows, columns, columns, rows);
            Matrix product = rows >= columns ? w.transposeTimes(w) : w.timesTranspose(w);
            double tolerance = precision == Precision.DOUBLE ? 1e-14 : 1e-6;
            for (int i = 0; i < product.rows(); i++) {
                for (int j = 0; j < product.columns(); j++) {
                    assertThat(product.get(i, j)).isCloseTo(i == j ? 1 : 0, within(tolerance));
                }
            }
        }
    }

    /** Q of the matrix that {@code numpy.random.randn} gives, with R's diagonal positive; of its transpose if it is wide. */
    @ParameterizedTest
    @CsvSource({"6, 6", "9, 4", "4, 9"})
    void itIsTheQOfCommonsMathButForSigns(int rows, int columns) {
        NumpyRandom random = new NumpyRandom(12345678);
        RealMatrix gaussians = new Array2DRowRealMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                gaussians.setEntry(row, column, random.nextGaussian());
            }
        }
        boolean tall = rows >= columns;
        QRDecomposition qr = new QRDecomposition(tall ? gaussians : gaussians.transpose());
        Matrix w = draw(Precision.DOUBLE, rows, columns, columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int k = tall ? column : row;
                double sign = Math.signum(qr.getR().getEntry(k, k));
                double expected = sign * qr.getQ().getEntry(tall ? row : column, k);
                assertThat(w.get(row, column)).isCloseTo(expected, within(1e-13));
            }
        }
    }

    /** Each sign of a 1×1 matrix, the smallest orthogonal one, is drawn as often. */
    @Test
    void signsAreRandom() {
        NumpyRandom random = new NumpyRandom(7);
        Matrix w = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 1, 1);
        int positive = 0;
        for (int i = 0; i < 1000; i++) {
            new Orthogonal().draw(new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 1), random);
            assertThat(Math.abs(w.get(0))).isEqualTo(1);
            positive += w.get(0) > 0 ? 1 : 0;
        }
        assertThat(positive).isBetween(400, 600);
    }

    @Test
    void aGeneratorThatIsNotRandomIsRefused() {
        Matrix w = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 3, 2);
        Parameter parameter = new Parameter("weights", Parameter.Role.WEIGHTS, w, 2, 3);
        RandomGenerator constant = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextGaussian() {
                return 2;
            }
        };
        assertThatThrownBy(() -> new Orthogonal().draw(parameter, constant))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("vector 1 of 2 has a length of 3.46")
                .hasMessageEndingWith(" is left beside those before it; is the generator random?");
    }

    private static Matrix draw(Precision precision, int rows, int columns, int fanIn, int fanOut) {
        Matrix w = Matrix.zeros(PlainKernels.of(precision), rows, columns);
        new Orthogonal()
                .draw(new Parameter("weights", Parameter.Role.WEIGHTS, w, fanIn, fanOut), new NumpyRandom(12345678));
        return w;
    }
}
