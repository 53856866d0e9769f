package io.nabla.serving;

import io.nabla.api.Matrix;
import io.nabla.core.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Predictions of one thread, again and again, in memory that is used again: after the first few, one of numbers or pixels allocates
 * nothing.
 *
 * <pre>{@code
 * PredictionHandle handle = model.handle();
 * double[] outputs = handle.predict(x);     // overwritten by the next call
 * int best = handle.best();                 // of these outputs
 * String label = handle.label();
 * }</pre>
 *
 * <p>A handle is for one thread at a time. Before each prediction it looks whether its {@link LiveModel} has another model by now.
 */
public final class PredictionHandle {
    private final LiveModel live;
    private ServedModel model;
    private Predictor predictor;
    private double[] prepared;
    private double[] outputs;

    PredictionHandle(LiveModel live) {
        this.live = live;
        use(live.current());
    }

    private void use(ServedModel next) {
        model = next;
        predictor = next.network().predictor();
        prepared = new double[next.network().inputs().size()];
        outputs = new double[next.network().outputs().size()];
    }

    private void notice() {
        ServedModel now = live.current();
        if (now != model) {
            use(now);
        }
    }

    /**
     * The outputs for one example.
     *
     * @param x as many numbers as the network has inputs, prepared already: pixels divided, cells encoded
     * @return the outputs, in an array that the next call overwrites
     * @throws IllegalArgumentException if there are more or fewer, one is NaN or infinite, or an output is
     */
    public double[] predict(double[] x) {
        notice();
        return feedforward(x);
    }

    /**
     * The outputs for one image.
     *
     * @param pixels unsigned bytes, channel by channel and row by row
     * @return as {@link #predict(double[])}
     * @throws IllegalArgumentException if the model takes no images, or such of another size
     */
    public double[] predict(byte[] pixels) {
        notice();
        if (!(model.preprocessing() instanceof Preprocessing.Pixels)) {
            throw refused("pixels");
        }
        if (pixels.length != prepared.length) {
            throw new IllegalArgumentException(
                    "the network takes images of " + model.network().inputs() + " pixels, but got " + pixels.length);
        }
        for (int i = 0; i < pixels.length; i++) {
            prepared[i] = (pixels[i] & 0xFF) * (1.0 / Preprocessing.Pixels.DIVISOR);
        }
        return feedforward(prepared);
    }

    /**
     * The outputs for one row of a table.
     *
     * @param cells by the name of their column; an empty one is missing
     * @return as {@link #predict(double[])}
     * @throws IllegalArgumentException if the model takes no table, a column is missing or unknown, or a cell is not what it needs
     */
    public double[] predict(Map<String, String> cells) {
        notice();
        if (!(model.preprocessing() instanceof Preprocessing.Table table)) {
            throw refused("cells of a table");
        }
        return feedforward(table.inputs(cells));
    }

    private IllegalArgumentException refused(String got) {
        return new IllegalArgumentException(
                "the model takes " + model.preprocessing().wanted() + ", but got " + got);
    }

    private double[] feedforward(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException("input " + i + " is " + x[i] + "; a network takes finite numbers");
            }
        }
        double[] a = predictor.predict(x);
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i])) {
                throw new IllegalArgumentException(
                        "output " + i + " is " + a[i] + "; the inputs are far from what the network was trained with");
            }
        }
        System.arraycopy(a, 0, outputs, 0, a.length);
        return outputs;
    }

    /**
     * The outputs for many examples.
     *
     * @param x inputs × examples, prepared already; copied if it is of another precision than the model in use
     * @return outputs × examples, in memory that the next call uses again
     * @throws IllegalArgumentException if x has another number of rows than the network has inputs
     */
    public Matrix predict(Matrix x) {
        notice();
        boolean isOurs = x.precision() == model.network().kernels().precision();
        return predictor.predict(isOurs ? x : converted(x));
    }

    private Matrix converted(Matrix x) {
        Matrix copy = Matrix.zeros(model.network().kernels(), x.rows(), x.columns());
        for (int i = 0; i < x.size(); i++) {
            copy.set(i, x.get(i));
        }
        return copy;
    }

    /** As {@link #predict(double[])}, with what the outputs mean; this allocates the answer. */
    public Prediction prediction(double[] x) {
        predict(x);
        return last();
    }

    /** As {@link #predict(byte[])}, with what the outputs mean; this allocates the answer. */
    public Prediction prediction(byte[] pixels) {
        predict(pixels);
        return last();
    }

    /** As {@link #predict(Map)}, with what the outputs mean; this allocates the answer. */
    public Prediction prediction(Map<String, String> cells) {
        predict(cells);
        return last();
    }

    private Prediction last() {
        List<Double> all = new ArrayList<>();
        for (double output : outputs) {
            all.add(output);
        }
        return model.prediction(all);
    }

    /** The place of the greatest output of the last example, the first of several. */
    public int best() {
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        return best;
    }

    /**
     * The class of the last example.
     *
     * @throws IllegalStateException if the model predicts numbers
     */
    public String label() {
        if (model.labels().isEmpty()) {
            throw new IllegalStateException("the model predicts numbers, not classes; ask for its outputs");
        }
        return model.labels().get(best());
    }

    /** The model that gave the last outputs. */
    public ServedModel model() {
        return model;
    }
}
