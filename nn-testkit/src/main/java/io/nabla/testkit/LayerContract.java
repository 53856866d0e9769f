package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import org.junit.jupiter.api.Test;

/**
 * What a layer must do: derivatives that are the slopes of its weighted input, gradients that are added, parameters of
 * its own and no other state.
 *
 * <pre>{@code
 * class DenseTest implements LayerContract {
 *     public LayerDescription layer() { return new Dense(5, new Sigmoid()); }
 *     public Shape inputs() { return Shape.of(7); }
 * }
 * }</pre>
 *
 * <p>Small layers are tested as well as large ones, and faster: every input is moved on its own, and up to 200 numbers of
 * each parameter. A layer that learns nothing is welcome; the tests of its gradient are skipped.
 */
public interface LayerContract extends UsesKernels {
    /** What the layer to test is built from. */
    LayerDescription layer();

    /** The shape of one example that goes in. */
    Shape inputs();

    /** The layer is what its description says, and its results have the shapes that it declares. */
    @Test
    default void shapesAreAsDeclared() {
        for (Precision precision : Precision.values()) {
            LayerExample example = example(precision, 3);
            Layer layer = example.layer();
            assertEquals(layer().kind(), layer.kind(), "the kind of the layer, against that of its description");
            assertEquals(inputs(), layer.inputs(), "inputs() of the layer, against the shape that it was built for");
            assertNotNull(layer.activation(), "activation() is null; a layer without one has the identity");
            Expect.shape(
                    layer.weightedInput(example.a()),
                    layer.outputs().size(),
                    3,
                    "weightedInput of a layer that gives " + layer.outputs() + " outputs, for 3 examples");
            Expect.shape(
                    layer.backpropagate(example.delta(), example.a()),
                    inputs().size(),
                    3,
                    "backpropagate of a layer that" + " takes " + inputs() + " inputs, for 3 examples");
            for (Parameter parameter : layer.parameters()) {
                assertEquals(precision, parameter.value().precision(), "precision of '" + parameter.name() + "'");
            }
        }
    }

    /** A new layer's parameters are zeros, always the same matrices, and its own. */
    @Test
    default void parametersBelongToTheLayer() {
        LayerDescription description = layer();
        Layer one = description.build(inputs(), kernels(Precision.DOUBLE));
        Layer other = description.build(inputs(), kernels(Precision.DOUBLE));
        assumeTrue(one.parameters().size() > 0, "the layer has no parameters");
        for (int i = 0; i < one.parameters().size(); i++) {
            Parameter parameter = one.parameters().get(i);
            if (Expect.greatest(parameter.value()) != 0) {
                fail("'" + parameter.name()
                        + "' of a new layer is not all zeros; drawing it is the initializer's work");
            }
            assertSame(
                    parameter.value(),
                    one.parameters().get(i).value(),
                    "the matrix of '" + parameter.name() + "' at a second call; the optimizer would move another one");
            parameter.value().fill(1);
            if (Expect.greatest(other.parameters().get(i).value()) != 0) {
                fail("two layers built from one description share '" + parameter.name() + "'");
            }
        }
    }

    /** Backpropagate gives, for every input, the slope of Σ δ⊙z. */
    @Test
    default void backpropagateIsTheSlopeByTheInputs() {
        LayerExample example = example(Precision.DOUBLE, 2);
        Matrix a = example.a();
        Matrix error = example.layer().backpropagate(example.delta(), a);
        for (int i = 0; i < a.size(); i++) {
            Slope slope = example.slope(a, i);
            if (!slope.matches(error.get(i))) {
                fail("backpropagate: its result at " + Figures.place(a, i) + " "
                        + slope.against(error.get(i), "Σ δ ⊙ weightedInput(a)"));
            }
        }
        Slope along = example.slopeAlong(a, LayerExample.direction(a));
        double directional = error.dot(LayerExample.direction(a));
        if (!along.matches(directional)) {
            fail("backpropagate: the derivative in a random direction of the inputs "
                    + along.against(directional, "Σ δ ⊙ weightedInput(a)"));
        }
    }

    /** Gradient gives, for the numbers of every parameter, the slope of Σ δ⊙z. */
    @Test
    default void gradientIsTheSlopeByTheParameters() {
        LayerExample example = example(Precision.DOUBLE, 3);
        Parameters parameters = learned(example);
        Parameters nabla = example.gradient();
        Draws draws = new Draws(77);
        for (int p = 0; p < parameters.size(); p++) {
            String name = parameters.get(p).name();
            Matrix value = parameters.get(p).value();
            Matrix derivatives = nabla.get(p).value();
            for (int n = 0; n < Math.min(200, value.size()); n++) {
                int i = value.size() <= 200 ? n : draws.index(value.size());
                Slope slope = example.slope(value, i);
                if (!slope.matches(derivatives.get(i))) {
                    fail("gradient of '" + name + "' at " + Figures.place(value, i) + " "
                            + slope.against(derivatives.get(i), "Σ δ ⊙ weightedInput(a)"));
                }
            }
            Slope along = example.slopeAlong(value, LayerExample.direction(value));
            double directional = derivatives.dot(LayerExample.direction(value));
            if (!along.matches(directional)) {
                fail("gradient of '" + name + "': the derivative in a random direction "
                        + along.against(directional, "Σ δ ⊙ weightedInput(a)"));
            }
        }
    }

    /** A column of a batch is that column alone: to the bit for z, to rounding for the way back. */
    @Test
    default void batchIsItsColumnsOneByOne() {
        for (Precision precision : Precision.values()) {
            LayerExample example = example(precision, 9);
            Layer layer = example.layer();
            Matrix z = layer.weightedInput(example.a());
            Matrix error = layer.backpropagate(example.delta(), example.a());
            Parameters sum = layer.parameters().zeros();
            double tolerance = precision == Precision.DOUBLE ? 1e-12 : 1e-4;
            for (int column = 0; column < 9; column++) {
                Matrix a = example.a().columnCopy(column);
                Matrix delta = example.delta().columnCopy(column);
                String which = "column " + column + " of a batch of 9 in " + precision + ", against that column alone";
                Expect.sameBits(layer.weightedInput(a), z.columnCopy(column), "weightedInput: " + which);
                Expect.close(
                        layer.backpropagate(delta, a), error.columnCopy(column), tolerance, "backpropagate: " + which);
                layer.gradient(delta, a, sum);
            }
            Parameters nabla = example.gradient();
            for (int p = 0; p < sum.size(); p++) {
                Expect.close(
                        sum.get(p).value(),
                        nabla.get(p).value(),
                        tolerance,
                        "gradient of '" + sum.get(p).name()
                                + "' of a batch of 9, against the sum over its columns (never the mean)");
            }
        }
    }

    /** Gradient adds to what nabla holds. */
    @Test
    default void gradientAddsToNabla() {
        for (Precision precision : Precision.values()) {
            LayerExample example = example(precision, 4);
            Parameters expected = example.gradient();
            learned(example);
            Parameters nabla = example.layer().parameters().zeros();
            Draws draws = new Draws(78);
            for (int p = 0; p < nabla.size(); p++) {
                draws.fill(nabla.get(p).value(), -1, 1);
                expected.get(p).value().combine(1, 1, nabla.get(p).value());
            }
            example.layer().gradient(example.delta(), example.a(), nabla);
            for (int p = 0; p < nabla.size(); p++) {
                Expect.close(
                        expected.get(p).value(),
                        nabla.get(p).value(),
                        precision == Precision.DOUBLE ? 1e-12 : 1e-4,
                        "gradient of '" + nabla.get(p).name() + "' into a nabla that was not zero: it is added, so that"
                                + " parts of a mini-batch add up, and never overwrites");
            }
        }
    }

    /** Neither arguments nor parameters are changed. */
    @Test
    default void argumentsAndParametersAreNotChanged() {
        for (Precision precision : Precision.values()) {
            LayerExample example = example(precision, 4);
            Layer layer = example.layer();
            Snapshot kept = new Snapshot()
                    .keep("its argument a", example.a())
                    .keep("its argument delta", example.delta())
                    .keepParameters(layer);
            layer.weightedInput(example.a());
            kept.verify("weightedInput");
            layer.backpropagate(example.delta(), example.a());
            kept.verify("backpropagate");
            example.gradient();
            kept.verify("gradient");
        }
    }

    /** Results depend on arguments and parameters alone: a pass for another batch in between changes nothing. */
    @Test
    default void hasNoOtherState() {
        LayerExample example = example(Precision.DOUBLE, 5);
        LayerExample other = example.withOtherInputs(8);
        Layer layer = example.layer();
        Matrix z = layer.weightedInput(example.a()).copy();
        Matrix error = layer.backpropagate(example.delta(), example.a()).copy();
        Parameters nabla = example.gradient();
        layer.weightedInput(other.a());
        Expect.sameBits(
                error,
                layer.backpropagate(example.delta(), example.a()),
                "backpropagate after another batch's weightedInput, against the first time (does it remember the last input?)");
        layer.weightedInput(other.a());
        Parameters again = example.gradient();
        for (int p = 0; p < nabla.size(); p++) {
            Expect.sameBits(
                    nabla.get(p).value(),
                    again.get(p).value(),
                    "gradient of '" + nabla.get(p).name()
                            + "' after another batch's weightedInput, against the first time");
        }
        Expect.sameBits(z, layer.weightedInput(example.a()), "weightedInput a second time, against the first");
        UsedWorkspace workspace = new UsedWorkspace();
        Expect.sameBits(
                z,
                layer.weightedInput(workspace.copy(example.a())),
                "weightedInput in a workspace used before, against the heap");
        Expect.sameBits(
                error,
                layer.backpropagate(workspace.copy(example.delta()), example.a()),
                "backpropagate in a workspace used before, against the heap");
    }

    /** Eight threads at once get the bits of one. */
    @Test
    default void servesManyThreads() {
        LayerExample example = example(Precision.DOUBLE, 6);
        Layer layer = example.layer();
        ManyThreads.giveTheSame(
                layer.weightedInput(example.a()), "weightedInput", () -> layer.weightedInput(example.a()));
        ManyThreads.giveTheSame(
                layer.backpropagate(example.delta(), example.a()),
                "backpropagate",
                () -> layer.backpropagate(example.delta(), example.a()));
        for (int p = 0; p < layer.parameters().size(); p++) {
            int place = p;
            ManyThreads.giveTheSame(
                    example.gradient().get(p).value(),
                    "gradient of '" + layer.parameters().get(p).name() + "'",
                    () -> example.gradient().get(place).value());
        }
    }

    /** Floats give what doubles give, to 1e-5 of the greatest number. */
    @Test
    default void floatsAgreeWithDoubles() {
        LayerExample doubles = example(Precision.DOUBLE, 4);
        LayerExample floats = example(Precision.FLOAT, 4);
        Expect.close(
                doubles.layer().weightedInput(doubles.a()),
                floats.layer().weightedInput(floats.a()),
                1e-5,
                "weightedInput in float, against double");
        Expect.close(
                doubles.layer().backpropagate(doubles.delta(), doubles.a()),
                floats.layer().backpropagate(floats.delta(), floats.a()),
                1e-5,
                "backpropagate in float, against double");
        Parameters ofDoubles = doubles.gradient();
        Parameters ofFloats = floats.gradient();
        for (int p = 0; p < ofDoubles.size(); p++) {
            Expect.close(
                    ofDoubles.get(p).value(),
                    ofFloats.get(p).value(),
                    1e-5,
                    "gradient of '" + ofDoubles.get(p).name() + "' in float, against double");
        }
    }

    private LayerExample example(Precision precision, int examples) {
        return LayerExample.of(layer().build(inputs(), kernels(precision)), kernels(precision), examples);
    }

    private static Parameters learned(LayerExample example) {
        Parameters parameters = example.layer().parameters();
        assumeTrue(parameters.size() > 0, "the layer has no parameters");
        return parameters;
    }
}
