package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.LayerContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new Embedding(5, 3);
    }

    @Override
    public Shape inputs() {
        return Shape.of(4);
    }

    @Override
    public int indexBound() {
        return 5;
    }

    /** By hand: words 1 and 0, then 1 twice, so that its errors add up. */
    @ParameterizedTest
    @EnumSource
    void computesWhatIsComputedByHand(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Layer layer = new Embedding(3, 2).build(Shape.of(2), kernels);
        Matrix w = layer.parameters().get("weights");
        for (int i = 0; i < w.size(); i++) {
            w.set(i, 10 * (i / 2) + i % 2); // word k has the vector (10k, 10k + 1)
        }
        Matrix a = Matrix.of(kernels, new double[][] {{1, 1}, {0, 1}});
        Matrix z = layer.weightedInput(a);
        assertThat(z.sameBits(Matrix.of(kernels, new double[][] {{10, 10}, {11, 11}, {0, 10}, {1, 11}})))
                .isTrue();

        Matrix delta = Matrix.of(kernels, new double[][] {{1, 100}, {2, 200}, {4, 400}, {8, 800}});
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, a, nabla);
        assertThat(nabla.get("weights").sameBits(Matrix.of(kernels, new double[][] {{4, 501, 0}, {8, 1002, 0}})))
                .isTrue();
    }

    @Test
    void parametersAreAColumnForEachWord() {
        Layer layer = new Embedding(100, 8).build(Shape.of(20), DOUBLES);
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("weights");
        assertThat(layer.parameters().get("weights")).hasToString("8×100 of double");
        assertThat(layer.parameters().get(0).fanIn()).isEqualTo(1);
        assertThat(layer.parameters().get(0).fanOut()).isEqualTo(8);
        assertThat(layer.outputs()).isEqualTo(Shape.of(20, 8));
        assertThat(layer).hasToString("embedding 20 -> 20×8, vocabulary 100");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 5, 2.5, Double.NaN, Double.POSITIVE_INFINITY, 1e12})
    void refusesWhatIsNoWord(double value) {
        Layer layer = layer().build(inputs(), DOUBLES);
        Matrix a = Matrix.zeros(DOUBLES, 4, 3);
        a.set(2, 1, value);
        assertThatThrownBy(() -> layer.weightedInput(a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "an embedding of 5 words takes whole numbers from 0 to 4, but the input at row 2, column 1 is "
                                + value);
    }

    @Test
    void refusesWhatItCannotTake() {
        assertThatThrownBy(() -> new Embedding(0, 3)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new Embedding(3, 0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> layer().build(Shape.of(2, 4), DOUBLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one dimension, but got 2×4");
        assertThatThrownBy(() -> new Embedding((1 << 24) + 1, 1).build(Shape.of(2), PlainKernels.of(Precision.FLOAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 16777216 words, but got 16777217");
        Layer layer = layer().build(inputs(), DOUBLES);
        assertThatThrownBy(() -> layer.weightedInput(Matrix.zeros(DOUBLES, 5, 1)))
                .hasMessageContaining("takes 4 inputs")
                .hasMessageContaining("5 rows");
    }

    @Test
    void itsFactoryMakesWhatTheSettingsSay() {
        assertThat(Made.by(new EmbeddingFactory(), Map.of("vocabulary", "100", "size", "8")))
                .isEqualTo(new Embedding(100, 8));
        assertThatThrownBy(() -> Made.by(new EmbeddingFactory(), Map.of("vocabulary", "100")))
                .hasMessageContaining("'size' is not set");
        assertThatThrownBy(() -> Made.by(new EmbeddingFactory(), Map.of("vocabulary", "1", "size", "1", "units", "1")))
                .hasMessageContaining("unknown setting 'units'");
    }
}
