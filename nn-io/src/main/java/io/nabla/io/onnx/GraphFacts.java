package io.nabla.io.onnx;

import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.io.ModelFormatException;
import java.nio.file.Path;

/** What all ways through a graph have in common, and how much they may ask for together. */
final class GraphFacts {
    /** The most numbers of all values together, one example: networks of images have less. */
    private static final long MAX_NUMBERS = 1 << 25;

    private final Path file;
    private final GraphValue input;
    private final long opset;
    private final Wiring wiring;
    private final ConstantFolding folding;
    private final Arithmetic arithmetic;
    private final boolean isClassifier;
    private long numbersLeft = MAX_NUMBERS;

    GraphFacts(
            Path file,
            OnnxModel model,
            GraphValue input,
            Wiring wiring,
            Catalog<Activation> activations,
            boolean isClassifier) {
        this.file = file;
        this.input = input;
        this.opset = model.opset();
        this.wiring = wiring;
        this.folding = new ConstantFolding(wiring);
        this.arithmetic = new Arithmetic(wiring, folding, activations);
        this.isClassifier = isClassifier;
    }

    Wiring wiring() {
        return wiring;
    }

    ConstantFolding folding() {
        return folding;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    /** The version of ONNX's operators. */
    long opset() {
        return opset;
    }

    /** ONNX's number of the type of all numbers. */
    long type() {
        return input.type();
    }

    /** The size of the mini-batch where the file fixes it. */
    long miniBatch() {
        return input.dimensions().get(0);
    }

    /** Whether the outputs are to be probabilities. */
    boolean isClassifier() {
        return isClassifier;
    }

    /** Takes so many numbers of a value from what all values may have. */
    void take(NodeReader node, double numbers) throws ModelFormatException {
        if (!(numbers <= numbersLeft)) {
            throw node.refuse("gives more numbers than all layers together may, " + MAX_NUMBERS);
        }
        numbersLeft -= (long) numbers;
    }

    /** The refusal of the whole graph. */
    ModelFormatException refuse(String problem) {
        return new ModelFormatException(file, input.position(), problem);
    }
}
