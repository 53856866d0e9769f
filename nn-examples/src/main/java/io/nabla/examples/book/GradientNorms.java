package io.nabla.examples.book;

import io.nabla.api.Dataset;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import io.nabla.core.Backpropagation;
import io.nabla.core.Network;
import io.nabla.core.random.NumpyRandom;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.data.ImageDataset;
import io.nabla.initializers.ScaledGaussian;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How fast each hidden layer begins to learn, in networks of two, three and four of them: the earlier, the slower.
 *
 * <p>The speed is ‖∂C/∂b‖ of the layer, the mean over the first 1,000 training images, at the start. The author's start is not known;
 * we seed as in chapter 3.
 */
record GradientNorms() implements Scenario.OnMnist {
    private static final int IMAGES = 1_000;
    private static final int UNITS = 30;
    private static final double[][] PUBLISHED = {{0.07, 0.31}, {0.012, 0.060, 0.283}, {0.003, 0.017, 0.070, 0.285}};

    @Override
    public String name() {
        return "gradient-norms";
    }

    @Override
    public String place() {
        return "chapter 5, The vanishing gradient problem";
    }

    @Override
    public String title() {
        return "early layers learn more slowly: the norm of the gradient by the biases, layer by layer, at the start";
    }

    @Override
    public List<Published> published() {
        List<Published> published = new ArrayList<>();
        for (double[] norms : PUBLISHED) {
            for (int l = 0; l < norms.length; l++) {
                published.add(Published.after(0, run(norms.length, l + 1), Measure.GRADIENT_NORM, norms[l])
                        .noting("the author's start is not known"));
            }
        }
        return published;
    }

    private static String run(int hidden, int layer) {
        return hidden + " hidden, layer " + layer;
    }

    @Override
    public boolean play(BookData data, Replay replay) {
        Dataset images = new ImageDataset(data.training().slice(0, IMAGES));
        for (double[] norms : PUBLISHED) {
            int[] hidden = new int[norms.length];
            Arrays.fill(hidden, UNITS);
            Network.Builder builder = Network.builder(images.inputs().size()).kernels(replay.kernels());
            TrainingScenario.sigmoids(hidden).forEach(builder::layer);
            Network network = builder.build(new ScaledGaussian(), new NumpyRandom(Scenarios.SEED));
            Sequence<Parameters> nabla = gradient(network, images);
            for (int l = 0; l < hidden.length; l++) {
                Matrix byBiases = nabla.get(l).get("biases");
                double norm = Math.sqrt(byBiases.dot(byBiases)) / IMAGES;
                String run = run(hidden.length, l + 1);
                replay.listener().runStarted(run, 0);
                replay.listener().read(new Reading(run, 0, Map.of(Measure.GRADIENT_NORM, norm)));
            }
            if (replay.stop().getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    private static Sequence<Parameters> gradient(Network network, Dataset images) {
        Matrix x = Matrix.zeros(network.kernels(), images.inputs().size(), images.size());
        Matrix y = Matrix.zeros(network.kernels(), images.targets().size(), images.size());
        images.copyExamples(IntStream.range(0, images.size()).toArray(), 0, x, y);
        Sequence<Layer> layers = network.layers();
        Sequence<Parameters> nabla = layers.map(layer -> layer.parameters().zeros());
        new Backpropagation().estimate(layers, new CrossEntropyCost(), new MiniBatch(x, y), nabla);
        return nabla;
    }
}
