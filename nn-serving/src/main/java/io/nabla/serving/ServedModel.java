package io.nabla.serving;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.LogisticActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.api.SoftmaxActivation;
import io.nabla.core.Network;
import io.nabla.core.Predictor;
import io.nabla.data.csv.NumberTarget;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A trained model in service: what a user has goes in, and its class with a probability, or a number, comes out.
 *
 * <pre>{@code
 * ServedModel model = ServedModel.read(path, plugins, precision -> new AvailableKernels().best(precision));
 * Prediction flower = model.predict(Map.of("petal length", "4.9", "petal width", "1.5"));
 * flower.label();         // Optional[versicolor]
 * flower.probability();   // OptionalDouble[0.97]
 * }</pre>
 *
 * <p>It is immutable, and any number of threads may use it, as long as nobody trains its network. A thread that predicts again and again
 * takes a {@link #handle} of its own, which allocates nothing; a model that is to be replaced while it is used goes into a {@link
 * LiveModel}.
 */
public final class ServedModel {
    /** How many examples go through the network at once. */
    private static final int CHUNK = 200;

    private final Model model;
    private final Preprocessing preprocessing;

    private ServedModel(Model model, Preprocessing preprocessing) {
        this.model = model;
        this.preprocessing = preprocessing;
    }

    /**
     * A model that was read or trained.
     *
     * @throws IllegalArgumentException if its preprocessing is not known, or gives other inputs or outputs than the network takes and gives
     */
    public static ServedModel of(Model model) {
        Preprocessing preprocessing = Preprocessing.of(model.description().preprocessing());
        preprocessing.table().ifPresent(table -> checkTable(table, model));
        int labels = model.description().classes().size();
        int outputs = model.network().outputs().size();
        if (labels != 0 && labels != outputs) {
            throw new IllegalArgumentException("the model names " + labels + " classes for its " + outputs
                    + " outputs; names are as many, or none");
        }
        return new ServedModel(model, preprocessing);
    }

    private static void checkTable(Preprocessing.Table table, Model model) {
        int given = table.encoding().inputShape().size();
        int taken = model.network().inputs().size();
        if (given != taken) {
            throw new IllegalArgumentException("the columns of the table become " + given
                    + " inputs, but the network takes " + taken + "; train and save it anew");
        }
    }

    /**
     * Reads a model, which verifies itself.
     *
     * @param plugins where the kinds of layers and the activations are looked up
     * @param kernels gives the arithmetic for the precision that the file has
     * @throws io.nabla.io.ModelFormatException if the file is no model, is damaged, or needs a plug-in that is not there
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException as {@link #of}, naming the file
     */
    public static ServedModel read(Path file, Plugins plugins, Function<Precision, Kernels> kernels)
            throws IOException {
        Model model = ModelFile.read(file, plugins, kernels);
        try {
            return of(model);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The prediction for one example.
     *
     * @param x as many numbers as the network has inputs, prepared already: pixels divided, cells encoded
     * @throws IllegalArgumentException if there are more or fewer, one is NaN or infinite, or an output is
     */
    public Prediction predict(double[] x) {
        return handle().prediction(x);
    }

    /**
     * The prediction for one image.
     *
     * @param pixels unsigned bytes, channel by channel and row by row
     * @throws IllegalArgumentException if the model takes no images, or such of another size
     */
    public Prediction predict(byte[] pixels) {
        return handle().prediction(pixels);
    }

    /**
     * The prediction for one row of a table.
     *
     * @param cells by the name of their column; an empty one is missing
     * @throws IllegalArgumentException if the model takes no table, a column is missing or unknown, or a cell is not what it needs
     */
    public Prediction predict(Map<String, String> cells) {
        return handle().prediction(cells);
    }

    /**
     * The predictions for many examples at once.
     *
     * @param x inputs × examples, prepared already, of the network's precision
     * @return one for each column
     * @throws IllegalArgumentException if x has another number of rows, or an output is NaN or infinite, naming the example from 0
     */
    public List<Prediction> predict(Matrix x) {
        Matrix a = network().predictor().predict(x);
        List<Prediction> predictions = new ArrayList<>();
        for (int example = 0; example < a.columns(); example++) {
            predictions.add(prediction(a, example, "example " + example));
        }
        return predictions;
    }

    /** The predictions for all examples of a file, in their order. */
    public List<Prediction> predict(Examples examples) {
        Predictor predictor = network().predictor();
        List<Prediction> predictions = new ArrayList<>();
        for (int from = 0; from < examples.size(); from += CHUNK) {
            int m = Math.min(CHUNK, examples.size() - from);
            Matrix x = Matrix.zeros(network().kernels(), network().inputs().size(), m);
            examples.copyInputs(from, x);
            Matrix a = predictor.predict(x);
            for (int column = 0; column < m; column++) {
                predictions.add(prediction(a, column, examples.name(from + column)));
            }
        }
        return predictions;
    }

    /**
     * The examples of a file: a PNG image or an IDX file for a model of images, a CSV file for one of a table.
     *
     * @throws io.nabla.data.DataFormatException if the file is not what the model takes
     * @throws IOException if it is missing or cannot be read
     */
    public Examples examples(Path file) throws IOException {
        return Examples.read(file, this);
    }

    /**
     * The examples of a stream, to its end: a PNG image, an IDX file or the rows of a CSV file, by way of a temporary file.
     *
     * @param name what the stream is called in messages
     * @throws io.nabla.data.DataFormatException if it is not what the model takes
     * @throws IOException if it cannot be read
     */
    public Examples examples(String name, InputStream in) throws IOException {
        return StreamExamples.read(name, in, this);
    }

    /** A handle that predicts with this model without allocating, for one thread at a time. */
    public PredictionHandle handle() {
        return new LiveModel(this).handle();
    }

    /**
     * What the outputs for one example mean.
     *
     * @param a outputs × examples
     * @param column which example
     * @param example what it is called in a message
     * @throws IllegalArgumentException if an output is NaN or infinite
     */
    public Prediction prediction(Matrix a, int column, String example) {
        List<Double> outputs = new ArrayList<>();
        for (int row = 0; row < a.rows(); row++) {
            double output = a.get(row, column);
            if (!Double.isFinite(output)) {
                throw new IllegalArgumentException("the network gives " + example + " an output of " + output
                        + "; its inputs are far from what the network was trained with");
            }
            outputs.add(output);
        }
        return prediction(outputs);
    }

    Prediction prediction(List<Double> outputs) {
        if (labels().isEmpty()) {
            List<Double> numbers = outputs.stream().map(this::number).toList();
            return new Prediction(outputs, Optional.empty(), OptionalDouble.empty(), numbers);
        }
        int best = 0;
        for (int i = 1; i < outputs.size(); i++) {
            best = outputs.get(i) > outputs.get(best) ? i : best;
        }
        return new Prediction(
                outputs,
                Optional.of(labels().get(best)),
                areProbabilities() ? OptionalDouble.of(outputs.get(best)) : OptionalDouble.empty(),
                List.of());
    }

    /** What an output means in the units of the target's column; as it is, if the model has learned no table of numbers. */
    public double number(double output) {
        return preprocessing instanceof Preprocessing.Table table
                        && table.encoding().target() instanceof NumberTarget target
                ? target.number(output)
                : output;
    }

    /** Whether outputs are between 0 and 1: with softmax, where they add up to 1, or sigmoid. */
    public boolean areProbabilities() {
        Activation sigma = network().layers().get(-1).activation();
        return sigma instanceof SoftmaxActivation || sigma instanceof LogisticActivation;
    }

    /** The names of the classes in the order of the outputs; empty if numbers are predicted. */
    public List<String> labels() {
        return description().classes();
    }

    /** How what a user has becomes inputs. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /** The network. */
    public Network network() {
        return model.network();
    }

    /** What the file says of the network. */
    public ModelDescription description() {
        return model.description();
    }

    /** The network's sizes and what it takes: {@code 4-10-3, the rows of a table with the columns [...]}. */
    @Override
    public String toString() {
        return network() + ", " + preprocessing.wanted();
    }
}
