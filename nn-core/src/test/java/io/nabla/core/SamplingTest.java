package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.nabla.api.ArraySequence;
import io.nabla.api.Dataset;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Who asks a layer for its sample, when, and who passes through it: an interaction, hence mocks. */
class SamplingTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);
    private static final Dataset DATA = Dataset.of(new double[][] {{0}, {1}, {2}}, new double[][] {{1}, {0}, {1}});

    private final Layer dense = new Dense(1, new Sigmoid()).build(Shape.of(1), KERNELS);
    private final List<Long> keys = new ArrayList<>();
    private final Layer chancy = mock(Layer.class);
    private final Layer sample = mock(Layer.class);
    private final List<Sequence<Layer>> passed = new ArrayList<>();
    private final GradientEstimator estimator = (layers, cost, miniBatch, nabla) -> {
        passed.add(layers);
        return 1;
    };

    private Network network() {
        when(chancy.inputs()).thenReturn(Shape.of(1));
        when(chancy.outputs()).thenReturn(Shape.of(1));
        when(chancy.kind()).thenReturn("dropout");
        when(chancy.parameters()).thenReturn(dense.parameters());
        when(chancy.leavesToChance()).thenReturn(true);
        when(chancy.sample(anyLong())).thenAnswer(call -> {
            keys.add(call.getArgument(0));
            return sample;
        });
        ArraySequence<Layer> layers = new ArraySequence<>();
        layers.add(chancy);
        layers.add(dense);
        return Network.of(KERNELS, layers);
    }

    private TrainerBuilder trainer() {
        return Trainer.builder(new Quadratic(), new Sgd(1)).miniBatchSize(1).estimator(estimator);
    }

    @Test
    void eachStepPassesThroughASampleOfItsOwn() {
        trainer().sampling(new NumpyRandom(5)).build().train(network(), DATA);
        assertThat(passed).hasSize(3).allSatisfy(layers -> {
            assertThat(layers.get(0)).isSameAs(sample);
            assertThat(layers.get(0)).isSameAs(sample);
            assertThat(layers.get(1)).isSameAs(dense);
        });
        assertThat(keys).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameKeys() {
        Network network = network();
        trainer().sampling(new NumpyRandom(5)).build().train(network, DATA);
        List<Long> first = List.copyOf(keys);
        keys.clear();
        trainer().sampling(new NumpyRandom(5)).build().train(network, DATA);
        assertThat(keys).isEqualTo(first);
    }

    @Test
    void withoutChanceTheGeneratorIsNotAsked() {
        RandomGenerator random = mock(RandomGenerator.class);
        ArraySequence<Layer> layers = new ArraySequence<>();
        layers.add(dense);
        trainer().sampling(random).build().train(Network.of(KERNELS, layers), DATA);
        verify(random, times(0)).nextLong();
        assertThat(passed).hasSize(3);
    }

    /** As a normalization by the mini-batch's own figures does. */
    @Test
    void aLayerThatOnlyTrainsOtherwiseNeedsNoGenerator() {
        Network network = network();
        when(chancy.leavesToChance()).thenReturn(false);
        trainer().build().train(network, DATA);
        assertThat(passed)
                .hasSize(3)
                .allSatisfy(layers -> assertThat(layers.get(0)).isSameAs(sample));
        assertThat(keys).containsOnly(0L);
    }

    @Test
    void chanceWithoutAGeneratorIsRefusedBeforeTheFirstStep() {
        Network network = network();
        Trainer trainer = trainer().build();
        assertThatThrownBy(() -> trainer.train(network, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer 1 (dropout)")
                .hasMessageContaining("sampling(");
        verify(chancy, times(0)).weightedInput(any());
        assertThat(passed).isEmpty();
    }

    /** The place of a NaN is looked for in the layers that made it, not in those that predict. */
    @Test
    void aDivergenceIsLocatedInTheLayersOfItsStep() {
        Matrix lost = Matrix.zeros(KERNELS, 1, 1);
        lost.fill(Double.NaN);
        when(sample.parameters()).thenReturn(dense.parameters());
        when(sample.weightedInput(any())).thenReturn(lost);
        Trainer trainer = Trainer.builder(new Quadratic(), new Sgd(1))
                .estimator((layers, cost, miniBatch, nabla) -> Double.NaN)
                .sampling(new NumpyRandom(5))
                .build();
        Network network = network();
        assertThatThrownBy(() -> trainer.train(network, DATA))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("the weighted input of layer 1");
    }
}
