package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    /** Example i is (i) and is to give (10 i). */
    private static Dataset numbers(int n) {
        double[][] inputs = new double[n][1];
        double[][] targets = new double[n][1];
        for (int i = 0; i < n; i++) {
            inputs[i][0] = i;
            targets[i][0] = 10 * i;
        }
        return Dataset.of(inputs, targets);
    }

    private static List<Double> inputs(Dataset data) {
        Matrix x = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 1, data.size());
        Matrix y = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 1, data.size());
        data.copyExamples(IntStream.range(0, data.size()).toArray(), 0, x, y);
        List<Double> inputs = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            assertThat(y.get(i)).isEqualTo(10 * x.get(i));
            inputs.add(x.get(i));
        }
        return inputs;
    }

    @Test
    void everyExampleIsInOnePartAlone() {
        Split split = Split.random(numbers(103), 0.2, new NumpyRandom(5));
        assertThat(split.validation().size()).isEqualTo(21);
        assertThat(split.training().size()).isEqualTo(82);
        List<Double> all = new ArrayList<>(inputs(split.training()));
        all.addAll(inputs(split.validation()));
        assertThat(all).doesNotHaveDuplicates().hasSize(103);
        assertThat(inputs(split.validation())).isNotEqualTo(inputs(numbers(21)));
    }

    @Test
    void theSameSeedGivesTheSameParts() {
        Split one = Split.random(numbers(50), 0.3, new NumpyRandom(5));
        Split two = Split.random(numbers(50), 0.3, new NumpyRandom(5));
        assertThat(inputs(one.validation())).isEqualTo(inputs(two.validation()));
        Split other = Split.random(numbers(50), 0.3, new NumpyRandom(6));
        assertThat(inputs(one.validation())).isNotEqualTo(inputs(other.validation()));
    }

    @Test
    void refusesPartsWithoutExamples() {
        for (double share : new double[] {0, 1, -0.1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> Split.random(numbers(10), share, new NumpyRandom(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(share));
        }
        assertThatThrownBy(() -> Split.random(numbers(3), 0.1, new NumpyRandom(1)))
                .hasMessageContaining("3 examples")
                .hasMessageContaining("at least one example");
    }

    @Test
    void anExampleThatIsNotThereIsRefused() {
        Split split = Split.random(numbers(10), 0.5, new NumpyRandom(1));
        Matrix x = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 1, 1);
        assertThatThrownBy(() -> split.validation().copyExamples(new int[] {5}, 0, x, x))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
