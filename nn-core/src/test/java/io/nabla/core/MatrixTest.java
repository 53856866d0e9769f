package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Workspace;
import io.nabla.core.kernels.PlainKernels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Matrix} stands here, since it needs kernels to compute with. */
class MatrixTest {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    private static double[][] rows(Matrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                rows[i][j] = matrix.get(i, j);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void computesAsOnPaper(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix a = Matrix.of(kernels, new double[][] {{1, 2, 3}, {4, 5, 6}});
        Matrix b = Matrix.of(kernels, new double[][] {{7, 8}, {9, 10}, {11, 12}});
        assertThat(rows(a.times(b))).isDeepEqualTo(new double[][] {{58, 64}, {139, 154}});
        assertThat(rows(a.transposeTimes(a))).isDeepEqualTo(new double[][] {{17, 22, 27}, {22, 29, 36}, {27, 36, 45}});
        assertThat(rows(a.timesTranspose(a))).isDeepEqualTo(new double[][] {{14, 32}, {32, 77}});
        assertThat(rows(a.affine(b, Matrix.column(kernels, 1, -1))))
                .isDeepEqualTo(new double[][] {{59, 65}, {138, 153}});
        assertThat(rows(a.plus(a))).isDeepEqualTo(new double[][] {{2, 4, 6}, {8, 10, 12}});
        assertThat(rows(a.scaled(2).minus(a))).isDeepEqualTo(rows(a));
        assertThat(rows(a.hadamard(a))).isDeepEqualTo(new double[][] {{1, 4, 9}, {16, 25, 36}});
        assertThat(rows(a.map(v -> v - 1))).isDeepEqualTo(new double[][] {{0, 1, 2}, {3, 4, 5}});
        assertThat(rows(a.zip(a, (x, y) -> 10 * x + y))).isDeepEqualTo(new double[][] {{11, 22, 33}, {44, 55, 66}});
        assertThat(a.sum()).isEqualTo(21);
        assertThat(a.dot(a)).isEqualTo(91);
        assertThat(a.precision()).isEqualTo(precision);
        assertThat(a).hasToString("2×3 of " + precision);
    }

    @ParameterizedTest
    @EnumSource
    void changesInPlace(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix sums = Matrix.column(kernels, 100, 200);
        Matrix x = Matrix.of(kernels, new double[][] {{1, 2, 3}, {4, 5, 6}});
        sums.addRowSums(x);
        assertThat(rows(sums)).isDeepEqualTo(new double[][] {{106}, {215}});

        Matrix nabla = Matrix.of(kernels, new double[][] {{1, 1}, {1, 1}});
        nabla.addTimesTranspose(x, x);
        assertThat(rows(nabla)).isDeepEqualTo(new double[][] {{15, 33}, {33, 78}});

        nabla.combine(0.5, -1, Matrix.of(kernels, new double[][] {{1, 2}, {3, 4}}));
        assertThat(rows(nabla)).isDeepEqualTo(new double[][] {{6.5, 14.5}, {13.5, 35}});

        nabla.fill(3);
        assertThat(nabla.sum()).isEqualTo(12);
    }

    @Test
    void columnsAreContiguous() {
        Matrix a = Matrix.of(DOUBLES, new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(a.doubles()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(a.columnCopy(1).doubles()).containsExactly(2, 5);
        assertThat(a.get(3)).isEqualTo(5);
        assertThat(a.argMax(2)).isEqualTo(1);
        assertThat(Matrix.column(DOUBLES, 7, 7, 1).argMax(0)).isZero();
        assertThat(Matrix.column(DOUBLES, Double.NaN, -7, Double.NaN).argMax(0)).isEqualTo(1);
    }

    @Test
    void aCopyIsItsOwn() {
        Matrix a = Matrix.column(DOUBLES, 1, 2);
        Matrix copy = a.copy();
        copy.set(0, 0, 9);
        assertThat(a.get(0, 0)).isEqualTo(1);
        assertThat(a.sameBits(copy)).isFalse();
        copy.set(0, 0, 1);
        assertThat(a.sameBits(copy)).isTrue();
        assertThat(a.sameBits(Matrix.column(DOUBLES, 1, 2, 3))).isFalse();
        assertThat(Matrix.column(DOUBLES, 0.0).sameBits(Matrix.column(DOUBLES, -0.0)))
                .isFalse();
    }

    @Test
    void knowsWhetherEverythingIsFinite() {
        assertThat(Matrix.column(DOUBLES, 1, 2).isFinite()).isTrue();
        assertThat(Matrix.column(DOUBLES, 1, Double.NaN).isFinite()).isFalse();
        assertThat(Matrix.column(DOUBLES, Double.NEGATIVE_INFINITY).isFinite()).isFalse();
    }

    @Test
    void refusesShapesThatDoNotFitTellingBoth() {
        Matrix a = Matrix.zeros(DOUBLES, 2, 3);
        assertThatThrownBy(() -> a.times(a)).hasMessageContaining("2×3").hasMessageContaining("sums over 3");
        assertThatThrownBy(() -> a.plus(Matrix.zeros(DOUBLES, 2, 1)))
                .hasMessageContaining("2×3")
                .hasMessageContaining("2×1");
        assertThatThrownBy(() -> a.hadamard(Matrix.zeros(DOUBLES, 1, 3))).hasMessageContaining("1×3");
        assertThatThrownBy(() -> a.affine(Matrix.zeros(DOUBLES, 3, 4), Matrix.zeros(DOUBLES, 3, 1)))
                .hasMessageContaining("b is 3×1, not 2×1");
        assertThatThrownBy(() -> a.addTimesTranspose(a, a)).hasMessageContaining("is 2×2 but goes into 2×3");
        assertThatThrownBy(() -> a.addRowSums(a)).hasMessageContaining("2×1, not 2×3");
        assertThatThrownBy(() -> Matrix.of(DOUBLES, new double[] {1, 2}, new double[] {3}))
                .hasMessageContaining("row 0 has 2 values but row 1 has 1");
        assertThatThrownBy(() -> Matrix.of(DOUBLES)).hasMessageContaining("at least one row");
        assertThatThrownBy(() -> Matrix.zeros(DOUBLES, 0, 3)).hasMessageContaining("0 rows and 3 columns");
        assertThatThrownBy(() -> Matrix.zeros(DOUBLES, 1 << 20, 1 << 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> a.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> a.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesToMixPrecisions() {
        Matrix doubles = Matrix.zeros(DOUBLES, 2, 2);
        Matrix floats = Matrix.zeros(PlainKernels.of(Precision.FLOAT), 2, 2);
        assertThatThrownBy(() -> doubles.times(floats))
                .hasMessageContaining("double")
                .hasMessageContaining("float");
        assertThatThrownBy(() -> doubles.plus(floats)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(doubles::floats).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(floats::doubles).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void resultsLiveInTheWorkspaceOfAnOperand() {
        Workspace workspace = new Workspace();
        Matrix w = Matrix.of(DOUBLES, new double[][] {{1, 2}, {3, 4}});
        Matrix x = workspace.matrix(DOUBLES, 2, 3);
        x.fill(1);
        Matrix z = w.times(x);
        workspace.reset();
        assertThat(workspace.matrix(DOUBLES, 2, 3)).isSameAs(x);
        assertThat(w.times(x)).isSameAs(z);
        assertThat(w.times(w)).isNotSameAs(w.times(w));
    }

    @Test
    void aWorkspaceKeepsItsMemoryForSmallerShapes() {
        Workspace workspace = new Workspace();
        Matrix big = workspace.matrix(DOUBLES, 4, 3);
        workspace.reset();
        Matrix small = workspace.matrix(DOUBLES, 4, 2);
        assertThat(small.columns()).isEqualTo(2);
        assertThat(small.doubles()).isSameAs(big.doubles());
        workspace.reset();
        Matrix floats = workspace.matrix(PlainKernels.of(Precision.FLOAT), 4, 2);
        assertThat(floats.precision()).isEqualTo(Precision.FLOAT);
        workspace.reset();
        assertThat(workspace.matrix(DOUBLES, 40, 20).doubles()).hasSize(800);
    }

    @Test
    void readsAWorkspacesShorterShapeOnly() {
        Workspace workspace = new Workspace();
        Arrays.fill(workspace.matrix(DOUBLES, 2, 5).doubles(), 9);
        workspace.reset();
        Matrix small = workspace.matrix(DOUBLES, 2, 2);
        assertThat(small.copy().doubles()).hasSize(4);
        small.fill(0);
        assertThat(small.doubles()).endsWith(9);
        assertThat(small.sum()).isZero();
    }

    @Test
    void isFilledFromBytes() {
        byte[] bytes = {9, 1, (byte) 255, 3, 4};
        Matrix matrix = Matrix.zeros(DOUBLES, 2, 2);
        matrix.fillFromBytes(bytes, new int[] {3, 1}, 0.5);
        assertThat(rows(matrix)).isDeepEqualTo(new double[][] {{1.5, 0.5}, {2, 127.5}});
        assertThatThrownBy(() -> matrix.fillFromBytes(bytes, new int[] {3, 4}, 0.5))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.fillFromBytes(bytes, new int[] {-1, 0}, 0.5))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.fillFromBytes(bytes, new int[] {3}, 0.5))
                .hasMessageContaining("1 place")
                .hasMessageContaining("2 columns");
        assertThatThrownBy(() -> matrix.fillFromBytes(bytes, new int[] {0, 1}, Double.NaN))
                .hasMessageContaining("NaN");
    }
}
