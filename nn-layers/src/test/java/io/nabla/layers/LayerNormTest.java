package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.LayerContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LayerNormTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new LayerNorm(new Sigmoid());
    }

    @Override
    public Shape inputs() {
        return Shape.of(7);
    }

    @Nested
    class OfSequencesTest implements LayerContract {
        @Override
        public LayerDescription layer() {
            return new LayerNorm(1e-3, new Sigmoid());
        }

        @Override
        public Shape inputs() {
            return Shape.of(3, 5);
        }
    }

    /** By hand: 1 and 3 have the mean 2 and the variance 1. */
    @Test
    void computesWhatIsComputedByHand() {
        Layer layer = new LayerNorm(3, new Relu()).build(Shape.of(2, 2), DOUBLES);
        layer.parameters().get("gamma").fill(4);
        layer.parameters().get("beta").set(1, 10);
        Matrix z = layer.weightedInput(Matrix.column(DOUBLES, 1, 3, -5, -5));
        assertThat(z.get(0)).isEqualTo(-2);
        assertThat(z.get(1)).isEqualTo(12);
        assertThat(z.get(2)).isZero();
        assertThat(z.get(3)).isEqualTo(10);
    }

    @Test
    void parametersStartAsTheIdentityAndAreAsManyAsTheLastDimension() {
        Layer layer = new LayerNorm().build(Shape.of(20, 6), DOUBLES);
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("gamma", "beta");
        assertThat(layer.parameters()).extracting(Parameter::role).containsOnly(Role.NORMALIZATION);
        assertThat(layer.parameters())
                .extracting(parameter -> parameter.value().get(5))
                .containsExactly(1.0, 0.0);
        assertThat(layer.parameters().count()).isEqualTo(2 * 6);
        assertThat(layer.outputs()).isEqualTo(Shape.of(20, 6));
        assertThat(layer).hasToString("layer-norm 20×6, identity");
        assertThat(layer.sample(1)).isSameAs(layer);
    }

    @Test
    void refusesWhatItCannotTake() {
        assertThatThrownBy(() -> new LayerNorm().build(Shape.of(5, 1), DOUBLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2, but got 5×1");
        Layer layer = new LayerNorm().build(Shape.of(3), DOUBLES);
        assertThatThrownBy(() -> layer.weightedInput(Matrix.zeros(DOUBLES, 6, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes 3 inputs")
                .hasMessageContaining("6 rows");
        for (double epsilon : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new LayerNorm(epsilon, new Relu())).hasMessageContaining("got " + epsilon);
        }
    }

    @Test
    void itsFactoryMakesWhatTheSettingsSay() {
        assertThat(Made.by(new LayerNormFactory(), Map.of())).isEqualTo(new LayerNorm());
        assertThat(Made.by(new LayerNormFactory(), Map.of("epsilon", "1e-3", "activation", Made.SIGMOID.name())))
                .isEqualTo(new LayerNorm(1e-3, Made.SIGMOID));
        assertThatThrownBy(() -> Made.by(new LayerNormFactory(), Map.of("momentum", "1")))
                .hasMessageContaining("unknown setting 'momentum'");
    }
}
