package io.nabla.core;

import io.nabla.api.ArraySequence;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;
import io.nabla.core.kernels.AvailableKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A network: layers one behind the other.
 *
 * <pre>{@code
 * Network network = Network.builder(784)
 *         .layer(new Dense(30, new Sigmoid()))
 *         .layer(new Dense(10, new Sigmoid()))
 *         .build(new LargeGaussian(), new NumpyRandom(42));
 * Matrix a = network.feedforward(x);   // x is 784 × examples, a is 10 × examples
 * }</pre>
 *
 * <p>Only the numbers in its parameters ever change, and only by a trainer or by {@link #draw}. While nobody changes
 * them, any number of threads may use the network at once.
 */
public final class Network {
    private final Kernels kernels;
    private final Sequence<Layer> layers;

    private Network(Kernels kernels, Sequence<Layer> layers) {
        this.kernels = kernels;
        this.layers = layers;
    }

    /** Begins a network whose inputs have this shape, such as {@code 784} or {@code 1, 28, 28}. */
    public static Builder builder(int... inputs) {
        return new Builder(Shape.of(inputs));
    }

    /**
     * A network of layers that exist already.
     *
     * @throws IllegalArgumentException if there is none, or one takes another number of inputs than the one before gives
     */
    public static Network of(Kernels kernels, Sequence<Layer> layers) {
        if (layers.size() == 0) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        for (int l = 1; l < layers.size(); l++) {
            Shape given = layers.get(l - 1).outputs();
            Shape taken = layers.get(l).inputs();
            if (given.size() != taken.size()) {
                throw new IllegalArgumentException("layer " + l + " gives " + given + " outputs but layer " + (l + 1)
                        + " takes " + taken + " inputs; give both the same number");
            }
        }
        return new Network(Objects.requireNonNull(kernels, "kernels"), Sequence.copyOf(layers));
    }

    /**
     * The outputs of the network.
     *
     * @param x inputs × examples, of the network's precision
     * @return outputs × examples
     * @throws IllegalArgumentException if x has another number of rows than the network has inputs
     */
    public Matrix feedforward(Matrix x) {
        if (x.rows() != inputs().size()) {
            throw new IllegalArgumentException("the network takes " + inputs().size() + " inputs but x has " + x.rows()
                    + " rows; one column of x is one example");
        }
        Matrix a = x;
        for (Layer layer : layers) {
            a = layer.activation().apply(layer.weightedInput(a));
        }
        return a;
    }

    /** Predictions with memory of their own, for one thread: the quick way to use a trained network again and again. */
    public Predictor predictor() {
        return new Predictor(this);
    }

    /**
     * Draws all weights and biases anew: first all biases, layer by layer, then all weights, as the book's programs do.
     *
     * <p>Parameters with other roles, such as a scale that starts at 1, stay as they are.
     *
     * @param random where all randomness comes from
     */
    public void draw(Initializer initializer, RandomGenerator random) {
        draw(Parameter.Role.BIASES, initializer, random);
        draw(Parameter.Role.WEIGHTS, initializer, random);
    }

    private void draw(Parameter.Role role, Initializer initializer, RandomGenerator random) {
        for (Layer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                if (parameter.role() == role) {
                    initializer.forActivation(layer.activationBehind(parameter)).draw(parameter, random);
                }
            }
        }
    }

    /** The layers, from the first hidden layer to the output layer. */
    public Sequence<Layer> layers() {
        return layers;
    }

    /** The shape of one input. */
    public Shape inputs() {
        return layers.get(0).inputs();
    }

    /** The shape of one output. */
    public Shape outputs() {
        return layers.get(-1).outputs();
    }

    /** The arithmetic that the network was built with. */
    public Kernels kernels() {
        return kernels;
    }

    /** How many numbers the network learns; running statistics are not among them. */
    public long parameterCount() {
        long count = 0;
        for (Layer layer : layers) {
            count += layer.parameters().learnedCount();
        }
        return count;
    }

    /** A gradient of zeros, of the form of the parameters. */
    Sequence<Parameters> zeroGradient() {
        return layers.map(layer -> layer.parameters().zeros());
    }

    /** The sizes from the inputs to the outputs: {@code 784-30-10}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(inputs().toString());
        for (Layer layer : layers) {
            text.append('-').append(layer.outputs());
        }
        return text.toString();
    }

    /** Collects what a network is to be made of. */
    public static final class Builder {
        private final Shape inputs;
        private final List<LayerDescription> descriptions = new ArrayList<>();
        private Kernels chosen;

        private Builder(Shape inputs) {
            this.inputs = inputs;
        }

        /** Chooses arithmetic and precision; without this, the best kernels of this machine in double. */
        public Builder kernels(Kernels kernels) {
            this.chosen = Objects.requireNonNull(kernels, "kernels");
            return this;
        }

        /** Adds a layer behind the last. */
        public Builder layer(LayerDescription description) {
            descriptions.add(Objects.requireNonNull(description, "description"));
            return this;
        }

        /**
         * Builds the network and draws its parameters.
         *
         * @throws IllegalArgumentException if a layer cannot take what comes out of the one before it; the first line of the message
         *     says so, and those behind it show where in the network
         */
        public Network build(Initializer initializer, RandomGenerator random) {
            Network network = buildZeroed();
            network.draw(initializer, random);
            return network;
        }

        /**
         * Builds the network with all weights and biases zero, for one whose numbers are read from somewhere.
         *
         * @throws IllegalArgumentException as {@link #build}
         */
        public Network buildZeroed() {
            Kernels kernels = chosen != null ? chosen : new AvailableKernels().best(Precision.DOUBLE);
            ArraySequence<Layer> layers = new ArraySequence<>();
            Shape shape = inputs;
            for (LayerDescription description : descriptions) {
                Layer layer;
                try {
                    layer = description.build(shape, kernels);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(Misfit.message(inputs, layers, descriptions, e), e);
                }
                layers.add(layer);
                shape = layer.outputs();
            }
            return Network.of(kernels, layers);
        }
    }
}
