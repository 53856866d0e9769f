package io.nabla.examples.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nabla.activations.Identity;
import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.FiniteDifferences.Scheme;
import io.nabla.core.GradientCheck;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.costs.QuadraticCost;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.initializers.ScaledGaussian;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    private static final int SEED = 42;

    private static Subject subject(Activation hidden, Activation output, Cost cost, Precision precision) {
        NetworkPlan plan = Plans.dense(List.of(6, 5, 4, 3), hidden, output, cost, new ScaledGaussian());
        return Subject.of(plan, PlainKernels.of(precision), 10, SEED);
    }

    private static Comparison compare(Subject subject, Scheme scheme, long entries) {
        Precision precision = subject.network().kernels().precision();
        double relative = precision == Precision.DOUBLE ? 1e-5 : 2e-2;
        return Comparison.of(subject, Comparison.differences(scheme, precision), entries, relative, SEED);
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(new Sigmoid(), new Sigmoid(), new QuadraticCost()),
                Arguments.of(new Tanh(), new Sigmoid(), new CrossEntropyCost()),
                Arguments.of(new Relu(), new Softmax(), new LogLikelihoodCost()),
                Arguments.of(new Softmax(), new Identity(), new QuadraticCost()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void ourOwnGradientsAreRight(Activation hidden, Activation output, Cost cost) {
        for (Precision precision : Precision.values()) {
            for (Scheme scheme : Scheme.values()) {
                Comparison comparison = compare(subject(hidden, output, cost, precision), scheme, Long.MAX_VALUE);

                assertThat(comparison.passed())
                        .as("%s differences in %s: %s", scheme, precision, comparison)
                        .isTrue();
                assertThat(comparison.results()).as("large enough to be told").noneMatch(comparison.tolerance()::hides);
            }
        }
    }

    /** tanh, its derivative wrong by a thousandth part. */
    private record SteepTanh() implements ElementwiseActivation {
        @Override
        public String name() {
            return "steep-tanh";
        }

        @Override
        public double value(double z) {
            return Elementary.tanh(z);
        }

        @Override
        public double derivative(double z, double a) {
            return 1.001 * (1 - a * a);
        }
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void aDerivativeWrongByAThousandthIsFound(Scheme scheme) {
        Subject subject = subject(new SteepTanh(), new Sigmoid(), new QuadraticCost(), Precision.DOUBLE);

        Comparison comparison = compare(subject, scheme, Long.MAX_VALUE);

        assertThat(comparison.passed()).isFalse();
        assertThat(comparison.results())
                .filteredOn(comparison.tolerance()::accepts)
                .as("the layer behind it is right")
                .extracting(GradientCheck.Result::layer)
                .containsOnly(3);
    }

    @Test
    void aNanIsNotAccepted() {
        Tolerance tolerance = new Tolerance(1e-5, 1e-9);

        assertThat(tolerance.accepts(new GradientCheck.Result(1, "weights", 3, Double.NaN, 1)))
                .isFalse();
        assertThat(tolerance.accepts(new GradientCheck.Result(1, "weights", 3, 1e-6, 1)))
                .isTrue();
        assertThat(tolerance.accepts(new GradientCheck.Result(1, "weights", 3, 1e-4, 1)))
                .isFalse();
    }

    @Test
    void aSampleIsToldAndItsTimeExtrapolated() {
        Subject subject = subject(new Sigmoid(), new Sigmoid(), new QuadraticCost(), Precision.DOUBLE);
        long parameters = 6 * 5 + 5 + 5 * 4 + 4 + 4 * 3 + 3;

        Comparison sample = compare(subject, Scheme.CENTRAL, 4);
        Comparison all = compare(subject, Scheme.FORWARD, Long.MAX_VALUE);

        assertThat(sample.checked()).isEqualTo(4 + 4 + 4 + 4 + 4 + 3);
        assertThat(sample.isSample()).isTrue();
        assertThat(sample.secondsOfAll()).isCloseTo(sample.seconds() * parameters / 23, withinPercentage(1e-9));
        assertThat(sample.passes()).isEqualTo(2 * parameters);
        assertThat(all.isSample()).isFalse();
        assertThat(all.secondsOfAll()).isEqualTo(all.seconds());
        assertThat(all.passes()).isEqualTo(parameters + 1);
    }

    @Test
    void theCheckLeavesTheParametersAsTheyWere() {
        Subject subject = subject(new Sigmoid(), new Sigmoid(), new QuadraticCost(), Precision.DOUBLE);
        Matrix w = subject.network().layers().get(0).parameters().get("weights");
        Matrix before = w.copy();

        compare(subject, Scheme.CENTRAL, Long.MAX_VALUE);

        assertThat(w.sameBits(before)).isTrue();
    }

    @Test
    void aCostOfNoNumberIsRefused() {
        ElementwiseActivation broken = new ElementwiseActivation() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public double value(double z) {
                return Double.NaN;
            }

            @Override
            public double derivative(double z, double a) {
                return 1;
            }
        };
        Subject subject = subject(broken, new Identity(), new QuadraticCost(), Precision.DOUBLE);

        assertThatThrownBy(subject::finiteCost)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the cost of the network is NaN");
    }
}
