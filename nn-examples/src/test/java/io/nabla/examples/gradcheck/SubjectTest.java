package io.nabla.examples.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.activations.Sigmoid;
import io.nabla.api.MiniBatch;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.costs.QuadraticCost;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.initializers.ScaledGaussian;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static Subject subject(int inputs, int outputs, int m) {
        NetworkPlan plan = Plans.dense(
                List.of(inputs, outputs), new Sigmoid(), new Sigmoid(), new QuadraticCost(), new ScaledGaussian());
        return Subject.of(plan, PlainKernels.of(Precision.DOUBLE), m, 1);
    }

    @Test
    void digitsAreTakenWhereTheyFit() {
        assertThat(subject(784, 10, 10).dataName()).isEqualTo("synthetic digits");
        assertThat(subject(784, 9, 10).dataName()).isEqualTo("random examples");
        assertThat(subject(783, 10, 10).dataName()).isEqualTo("random examples");
    }

    @Test
    void miniBatchesAreWhole() {
        assertThat(subject(3, 2, 7).miniBatches()).isEqualTo(71);
        assertThat(subject(3, 2, 7).miniBatch(70).size()).isEqualTo(7);
        assertThat(subject(3, 2, 600).miniBatches()).isEqualTo(1);
        assertThat(subject(3, 2, 600).miniBatch(0).size()).isEqualTo(600);
    }

    @Test
    void ofRandomExamplesOneOutputIsWantedAndASingleOneIsEither() {
        MiniBatch several = subject(3, 4, 50).miniBatch(0);
        MiniBatch single = subject(3, 1, 50).miniBatch(0);

        assertThat(several.y().sum()).isEqualTo(50);
        assertThat(several.y().map(v -> v * (1 - v)).sum()).as("all 0 or 1").isZero();
        assertThat(single.y().sum()).isEqualTo(25);
        assertThat(several.x().sum() / several.x().size()).isBetween(0.4, 0.6);
    }
}
