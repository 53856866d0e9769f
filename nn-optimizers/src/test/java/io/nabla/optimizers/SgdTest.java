package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Catalog;
import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.api.Settings;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.OptimizerContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new Sgd(0.1);
    }

    /** 1 - 0.1·0.5, then + 0.1·0.25, then - 0.1·1. */
    @Override
    public double[] expected() {
        return new double[] {0.95, 0.975, 0.875};
    }

    @Test
    void stepsAgainstTheMeanGradient() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1, 2);
        Matrix nabla = Matrix.column(PlainKernels.of(Precision.DOUBLE), 8, -4);
        new Sgd(0.5)
                .start(new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 2))
                .step(w, nabla, 4);
        assertThat(w.get(0)).isEqualTo(0);
        assertThat(w.get(1)).isEqualTo(2.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theLearningRateIsFiniteAndPositive(double learningRate) {
        assertThatThrownBy(() -> new Sgd(learningRate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the learning rate is a finite number above 0, such as 3.0, but got " + learningRate);
    }

    @Test
    void factoryReadsTheLearningRate() {
        SgdFactory factory = new SgdFactory();
        Plugins none = new Plugins(
                Catalog.of("activation", List.of()),
                Catalog.of("cost", List.of()),
                Catalog.of("layer", List.of()),
                Catalog.of("optimizer", List.of(factory)),
                Catalog.of("schedule", List.of()),
                Catalog.of("clipping", List.of()),
                Catalog.of("regularizer", List.of()),
                Catalog.of("initializer", List.of()));
        assertThat(factory.name()).isEqualTo("sgd").isEqualTo(new Sgd(1).name());
        assertThat(factory.create(Settings.of(Map.of("learning-rate", "3.0")), none))
                .isEqualTo(new Sgd(3));
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("learning-rate", "fast")), none))
                .hasMessage("'learning-rate' is a number, but got 'fast'");
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("learning-rate", "0")), none))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("rate", "3.0")), none))
                .hasMessageContaining("unknown setting 'rate'");
    }
}
