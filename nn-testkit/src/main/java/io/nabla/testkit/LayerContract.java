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
import java.util.Map;
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
 * each parameter. A layer that learns nothing is welcome; the tests of its gradient are skipped. What a layer does in training is tested
 * on its {@link Layer#sample sample} as well, but for one thing: there, examples may depend on one another.
 */
public interface LayerContract extends UsesKernels {
    /** What the layer to test is built from. */
    LayerDescription layer();

    /** The shape of one example that goes in. */
    Shape inputs();

    /** For a layer whose inputs are indices, such as words of a vocabulary: one more than the greatest; 0 for any numbers. */
    default int indexBound() {
        return 0;
    }

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

    /** A new layer's weights and biases are zeros; all parameters are always the same matrices, and its own. */
    @Test
    default void parametersBelongToTheLayer() {
        LayerDescription description = layer();
        Layer one = description.build(inputs(), kernels(Precision.DOUBLE));
        Layer other = description.build(inputs(), kernels(Precision.DOUBLE));
        assumeTrue(one.parameters().size() > 0, "the layer has no parameters");
        for (int i = 0; i < one.parameters().size(); i++) {
            Parameter parameter = one.parameters().get(i);
            if (parameter.role().isDrawn() && Expect.greatest(parameter.value()) != 0) {
                fail("'" + parameter.name()
                        + "' of a new layer is not all zeros; drawing it is the initializer's work");
            }
            assertSame(
                    parameter.value(),
                    one.parameters().get(i).value(),
                    "the matrix of '" + parameter.name() + "' at a second call; the optimizer would move another one");
            Matrix start = parameter.value().copy();
            parameter.value().fill(-3);
            if (!other.parameters().get(i).value().sameBits(start)) {
                fail("two layers built from one description share '" + parameter.name() + "'");
            }
        }
    }

    /** Backpropagate gives, for every input, the slope of Σ δ⊙z. */
    @Test
    default void backpropagateIsTheSlopeByTheInputs() {
        assumeTrue(indexBound() == 0, "inputs that are indices cannot be moved a little");
        example(Precision.DOUBLE, 3).predictingAndTraining().forEach((when, example) -> {
            Matrix a = example.a();
            Matrix error = example.layer().backpropagate(example.delta(), a);
            for (int i = 0; i < a.size(); i++) {
                Slope slope = example.slope(a, i);
                if (!slope.matches(error.get(i))) {
                    fail(when + "backpropagate: its result at " + Figures.place(a, i) + " "
                            + slope.against(error.get(i), "Σ δ ⊙ weightedInput(a)"));
                }
            }
            Slope along = example.slopeAlong(a, LayerExample.direction(a));
            double directional = error.dot(LayerExample.direction(a));
            if (!along.matches(directional)) {
                fail(when + "backpropagate: the derivative in a random direction of the inputs "
                        + along.against(directional, "Σ δ ⊙ weightedInput(a)"));
            }
        });
    }

    /** Indices cannot be moved a little, so no error goes back through them. */
    @Test
    default void backpropagateOfIndicesIsZero() {
        assumeTrue(indexBound() > 0, "inputs are any numbers");
        LayerExample example = example(Precision.DOUBLE, 3);
        Matrix error = example.layer().backpropagate(example.delta(), example.a());
        if (Expect.greatest(error) != 0) {
            fail("backpropagate: the inputs are indices, but their error is not zero");
        }
    }

    /** Gradient gives, for the numbers of every parameter, the slope of Σ δ⊙z. */
    @Test
    default void gradientIsTheSlopeByTheParameters() {
        example(Precision.DOUBLE, 3).predictingAndTraining().forEach((when, example) -> {
            Parameters parameters = learned(example);
            Parameters nabla = example.gradient();
            Draws draws = new Draws(77);
            for (int p = 0; p < parameters.size(); p++) {
                if (!parameters.get(p).role().isLearned()) {
                    continue;
                }
                String name = parameters.get(p).name();
                Matrix value = parameters.get(p).value();
                Matrix derivatives = nabla.get(p).value();
                for (int n = 0; n < Math.min(200, value.size()); n++) {
                    int i = value.size() <= 200 ? n : draws.index(value.size());
                    Slope slope = example.slope(value, i);
                    if (!slope.matches(derivatives.get(i))) {
                        fail(when + "gradient of '" + name + "' at " + Figures.place(value, i) + " "
                                + slope.against(derivatives.get(i), "Σ δ ⊙ weightedInput(a)"));
                    }
                }
                Slope along = example.slopeAlong(value, LayerExample.direction(value));
                double directional = derivatives.dot(LayerExample.direction(value));
                if (!along.matches(directional)) {
                    fail(when + "gradient of '" + name + "': the derivative in a random direction "
                            + along.against(directional, "Σ δ ⊙ weightedInput(a)"));
                }
            }
        });
    }

    /** The layer that predicts leaves its statistics where they are: only training moves them. */
    @Test
    default void statisticsMoveInTrainingAlone() {
        LayerExample example = example(Precision.DOUBLE, 4);
        for (Parameter parameter : example.gradient()) {
            if (!parameter.role().isLearned() && Expect.greatest(parameter.value()) != 0) {
                fail("gradient moves '" + parameter.name()
                        + "', but outside of training statistics stay; move them in the layer that sample(key) gives");
            }
        }
    }

    /** The layer of a training step has the shapes and the very parameters of this one, and its key alone decides it. */
    @Test
    default void sampleIsTheLayerOfATrainingStep() {
        for (Precision precision : Precision.values()) {
            LayerExample example = example(precision, 5);
            Layer layer = example.layer();
            Layer sample = layer.sample(1);
            assertEquals(layer.kind(), sample.kind(), "the kind of sample(1), against that of the layer");
            assertEquals(layer.inputs(), sample.inputs(), "inputs() of sample(1), against the layer's");
            assertEquals(layer.outputs(), sample.outputs(), "outputs() of sample(1), against the layer's");
            assertEquals(
                    layer.activation().name(),
                    sample.activation().name(),
                    "activation() of sample(1), against the layer's");
            assertEquals(
                    layer.parameters().size(),
                    sample.parameters().size(),
                    "the number of parameters of sample(1), against the layer's");
            for (int p = 0; p < layer.parameters().size(); p++) {
                assertSame(
                        layer.parameters().get(p).value(),
                        sample.parameters().get(p).value(),
                        "the matrix of '" + layer.parameters().get(p).name()
                                + "' in sample(1), against the layer's; the optimizer moves that one");
            }
            Matrix z = sample.weightedInput(example.a());
            Expect.sameBits(
                    z, layer.sample(1).weightedInput(example.a()), "weightedInput of sample(1) asked for again");
            boolean differs = false;
            for (long key = 2; key < 40 && !differs; key++) {
                differs = !layer.sample(key).weightedInput(example.a()).sameBits(z);
            }
            assertEquals(
                    differs,
                    layer.leavesToChance(),
                    "leavesToChance(), against whether samples by 39 keys differ; without it a trainer asks for no generator");
        }
    }

    /** Inputs of some thousands, as a run that goes astray has them, give finite results both ways. */
    @Test
    default void largeInputsGiveFiniteResults() {
        for (Precision precision : Precision.values()) {
            LayerExample one = example(precision, 4);
            LayerExample large = indexBound() > 0 ? one : one.withLargeInputs(1e4);
            large.predictingAndTraining().forEach((when, example) -> {
                Expect.finite(example.layer().weightedInput(example.a()), when + "weightedInput of inputs up to 1e4");
                Expect.finite(
                        example.layer().backpropagate(example.delta(), example.a()),
                        when + "backpropagate with inputs up to 1e4");
                for (Parameter parameter : example.gradient()) {
                    Expect.finite(
                            parameter.value(), when + "gradient of '" + parameter.name() + "' with inputs up to 1e4");
                }
            });
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
            example(precision, 4).predictingAndTraining().forEach((when, example) -> {
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
                            when + "gradient of '" + nabla.get(p).name()
                                    + "' into a nabla that was not zero: it is added, so that"
                                    + " parts of a mini-batch add up, and never overwrites");
                }
            });
        }
    }

    /** Neither arguments nor parameters are changed. */
    @Test
    default void argumentsAndParametersAreNotChanged() {
        for (Precision precision : Precision.values()) {
            example(precision, 4).predictingAndTraining().forEach((when, example) -> {
                Layer layer = example.layer();
                Snapshot kept = new Snapshot()
                        .keep("its argument a", example.a())
                        .keep("its argument delta", example.delta())
                        .keepParameters(layer);
                layer.weightedInput(example.a());
                kept.verify(when + "weightedInput");
                layer.backpropagate(example.delta(), example.a());
                kept.verify(when + "backpropagate");
                example.gradient();
                kept.verify(when + "gradient");
            });
        }
    }

    /** Results depend on arguments and parameters alone: a pass for another batch in between changes nothing. */
    @Test
    default void hasNoOtherState() {
        example(Precision.DOUBLE, 5)
                .predictingAndTraining()
                .forEach((when, example) -> hasNoOtherState(when, example, example.withOtherInputs(8, indexBound())));
    }

    private static void hasNoOtherState(String when, LayerExample example, LayerExample other) {
        Layer layer = example.layer();
        Matrix z = layer.weightedInput(example.a()).copy();
        Matrix error = layer.backpropagate(example.delta(), example.a()).copy();
        Parameters nabla = example.gradient();
        layer.weightedInput(other.a());
        Expect.sameBits(
                error,
                layer.backpropagate(example.delta(), example.a()),
                when
                        + "backpropagate after another batch's weightedInput, against the first time (does it remember the last input?)");
        layer.weightedInput(other.a());
        Parameters again = example.gradient();
        for (int p = 0; p < nabla.size(); p++) {
            Expect.sameBits(
                    nabla.get(p).value(),
                    again.get(p).value(),
                    when + "gradient of '" + nabla.get(p).name()
                            + "' after another batch's weightedInput, against the first time");
        }
        Expect.sameBits(z, layer.weightedInput(example.a()), when + "weightedInput a second time, against the first");
        UsedWorkspace workspace = new UsedWorkspace();
        Expect.sameBits(
                z,
                layer.weightedInput(workspace.copy(example.a())),
                when + "weightedInput in a workspace used before, against the heap");
        Expect.sameBits(
                error,
                layer.backpropagate(workspace.copy(example.delta()), example.a()),
                when + "backpropagate in a workspace used before, against the heap");
    }

    /** Eight threads at once get the bits of one. */
    @Test
    default void servesManyThreads() {
        example(Precision.DOUBLE, 6).predictingAndTraining().forEach(LayerContract::servesManyThreads);
    }

    private static void servesManyThreads(String when, LayerExample example) {
        Layer layer = example.layer();
        ManyThreads.giveTheSame(
                layer.weightedInput(example.a()), when + "weightedInput", () -> layer.weightedInput(example.a()));
        ManyThreads.giveTheSame(
                layer.backpropagate(example.delta(), example.a()),
                when + "backpropagate",
                () -> layer.backpropagate(example.delta(), example.a()));
        for (int p = 0; p < layer.parameters().size(); p++) {
            int place = p;
            ManyThreads.giveTheSame(
                    example.gradient().get(p).value(),
                    when + "gradient of '" + layer.parameters().get(p).name() + "'",
                    () -> example.gradient().get(place).value());
        }
    }

    /** Floats give what doubles give, to 1e-5 of the greatest number. */
    @Test
    default void floatsAgreeWithDoubles() {
        Map<String, LayerExample> floats = example(Precision.FLOAT, 4).predictingAndTraining();
        example(Precision.DOUBLE, 4)
                .predictingAndTraining()
                .forEach((when, example) -> floatsAgreeWithDoubles(when, example, floats.get(when)));
    }

    private static void floatsAgreeWithDoubles(String when, LayerExample doubles, LayerExample floats) {
        Expect.close(
                doubles.layer().weightedInput(doubles.a()),
                floats.layer().weightedInput(floats.a()),
                1e-5,
                when + "weightedInput in float, against double");
        Expect.close(
                doubles.layer().backpropagate(doubles.delta(), doubles.a()),
                floats.layer().backpropagate(floats.delta(), floats.a()),
                1e-5,
                when + "backpropagate in float, against double");
        Parameters ofDoubles = doubles.gradient();
        Parameters ofFloats = floats.gradient();
        for (int p = 0; p < ofDoubles.size(); p++) {
            Expect.close(
                    ofDoubles.get(p).value(),
                    ofFloats.get(p).value(),
                    1e-5,
                    when + "gradient of '" + ofDoubles.get(p).name() + "' in float, against double");
        }
    }

    private LayerExample example(Precision precision, int examples) {
        return LayerExample.of(layer().build(inputs(), kernels(precision)), kernels(precision), examples, indexBound());
    }

    private static Parameters learned(LayerExample example) {
        Parameters parameters = example.layer().parameters();
        assumeTrue(parameters.size() > 0, "the layer has no parameters");
        return parameters;
    }
}
