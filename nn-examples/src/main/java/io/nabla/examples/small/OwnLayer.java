package io.nabla.examples.small;

import io.nabla.activations.Identity;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;
import io.nabla.core.Backpropagation;
import io.nabla.core.FiniteDifferences;
import io.nabla.core.GradientCheck;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.costs.QuadraticCost;
import io.nabla.initializers.XavierNormal;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A layer of one's own: it learns a gain and an offset for each number, and so calibrates three sensors. */
public final class OwnLayer {
    /** Of each sensor the true gain: value = gain · reading + offset. */
    static final List<Double> GAINS = List.of(2.0, 0.5, -1.5);

    /** Of each sensor the true offset. */
    static final List<Double> OFFSETS = List.of(-1.0, 3.0, 0.25);

    private OwnLayer() {}

    /**
     * The layer to be, as a user writes it: from inputs of any shape, as many outputs, z = gain ⊙ a + offset.
     *
     * @param activation σ
     */
    record Calibration(Activation activation) implements LayerDescription {
        static final String KIND = "calibration";

        Calibration {
            Objects.requireNonNull(activation, "activation");
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Layer build(Shape inputs, Kernels kernels) {
            return new CalibrationLayer(inputs, activation, kernels);
        }
    }

    /** The layer itself: it owns its parameters and remembers nothing, so that many threads may use it at once. */
    private static final class CalibrationLayer implements Layer {
        private final Shape shape;
        private final Activation activation;
        private final Matrix gain;
        private final Matrix offset;
        private final Parameters parameters;

        CalibrationLayer(Shape shape, Activation activation, Kernels kernels) {
            this.shape = shape;
            this.activation = activation;
            gain = Matrix.zeros(kernels, shape.size(), 1);
            gain.fill(1); // neither is drawn at random: the layer starts by changing nothing
            offset = Matrix.zeros(kernels, shape.size(), 1);
            parameters = Parameters.of(
                    new Parameter("gain", Parameter.Role.NORMALIZATION, gain, 1, 1),
                    new Parameter("offset", Parameter.Role.NORMALIZATION, offset, 1, 1));
        }

        @Override
        public String kind() {
            return Calibration.KIND;
        }

        @Override
        public Shape inputs() {
            return shape;
        }

        @Override
        public Shape outputs() {
            return shape;
        }

        @Override
        public Activation activation() {
            return activation;
        }

        @Override
        public Parameters parameters() {
            return parameters;
        }

        @Override
        public Matrix weightedInput(Matrix a) {
            checkRows(a);
            Matrix z = a.fresh(a.rows(), a.columns());
            for (int example = 0; example < a.columns(); example++) {
                for (int i = 0; i < a.rows(); i++) {
                    z.set(i, example, gain.get(i) * a.get(i, example) + offset.get(i));
                }
            }
            return z;
        }

        @Override
        public Matrix backpropagate(Matrix delta, Matrix a) {
            Matrix error = delta.fresh(delta.rows(), delta.columns());
            for (int example = 0; example < delta.columns(); example++) {
                for (int i = 0; i < delta.rows(); i++) {
                    error.set(i, example, gain.get(i) * delta.get(i, example)); // ∂z/∂a = gain
                }
            }
            return error;
        }

        @Override
        public void gradient(Matrix delta, Matrix a, Parameters nabla) {
            nabla.get("gain").addRowSums(delta.hadamard(a)); // ∂z/∂gain = a
            nabla.get("offset").addRowSums(delta); // ∂z/∂offset = 1
        }

        private void checkRows(Matrix a) {
            if (a.rows() != shape.size()) {
                throw new IllegalArgumentException("a calibration layer takes " + shape + " inputs (" + shape.size()
                        + " rows) but a has " + a.rows() + " rows; one column of a is one example");
            }
        }

        @Override
        public String toString() {
            return kind() + " " + shape + ", " + activation.name();
        }
    }

    /** A network of this layer alone that has learned to turn readings into true values. */
    static Network train() {
        NumpyRandom random = new NumpyRandom(1);
        double[][] readings = new double[200][3];
        double[][] values = new double[200][3];
        for (int i = 0; i < readings.length; i++) {
            for (int sensor = 0; sensor < 3; sensor++) {
                values[i][sensor] = 2 * random.nextGaussian();
                double noise = 0.01 * random.nextGaussian();
                readings[i][sensor] = (values[i][sensor] - OFFSETS.get(sensor)) / GAINS.get(sensor) + noise;
            }
        }

        Network network =
                Network.builder(3).layer(new Calibration(new Identity())).build(new XavierNormal(), new NumpyRandom(2));

        Trainer.builder(new QuadraticCost(), new Sgd(0.02))
                .epochs(100)
                .miniBatchSize(10)
                .shuffle(new PythonRandom(3))
                .build()
                .train(network, Dataset.of(readings, values));
        return network;
    }

    /** Backpropagation against finite differences, with the layer between two others, so that both of its ways back count. */
    static List<GradientCheck.Result> checkGradient() {
        Network network = Network.builder(5)
                .layer(new Dense(4, new Tanh()))
                .layer(new Calibration(new Tanh()))
                .layer(new Dense(2, new Sigmoid()))
                .build(new XavierNormal(), new NumpyRandom(4));
        NumpyRandom random = new NumpyRandom(5);
        MiniBatch examples = new MiniBatch(
                Matrix.zeros(network.kernels(), 5, 3).map(x -> random.nextGaussian()),
                Matrix.zeros(network.kernels(), 2, 3).map(y -> random.nextDouble()));
        return new GradientCheck(FiniteDifferences.central(), Long.MAX_VALUE, random)
                .check(new Backpropagation(), network, new CrossEntropyCost(), examples);
    }

    /** Checks the gradient, trains, and prints what was learned beside what is true. */
    public static void main(String[] arguments) {
        for (GradientCheck.Result result : checkGradient()) {
            System.out.printf(
                    Locale.ROOT,
                    "layer %d, %s: relative error %.1e%n",
                    result.layer(),
                    result.parameter(),
                    result.relativeError());
        }
        Parameters learned = train().layers().get(0).parameters();
        System.out.println("sensor    gain    true  offset    true");
        for (int i = 0; i < GAINS.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%6d  %6.3f  %6.3f  %6.3f  %6.3f%n",
                    i + 1,
                    learned.get("gain").get(i),
                    GAINS.get(i),
                    learned.get("offset").get(i),
                    OFFSETS.get(i));
        }
    }
}
