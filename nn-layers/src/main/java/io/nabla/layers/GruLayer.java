package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** z = the states of {@link GruPass}: of all steps, or of the last. */
final class GruLayer implements Layer {
    private static final String INPUT_WEIGHTS = "input-weights";
    private static final String RECURRENT_WEIGHTS = "recurrent-weights";
    private static final String INPUT_BIASES = "input-biases";
    private static final String RECURRENT_BIASES = "recurrent-biases";

    private final Shape inputs;
    private final Gru settings;
    private final TimeSteps time;
    private final GruWeights weights;
    private final Parameters parameters;

    GruLayer(Shape inputs, Gru settings, Kernels kernels) {
        this.inputs = inputs;
        this.settings = settings;
        this.time = new TimeSteps(inputs.dimensions().get(0));
        int units = settings.units();
        int d = inputs.dimensions().get(1);
        weights = new GruWeights(
                Matrix.zeros(kernels, 3 * units, d),
                Matrix.zeros(kernels, 3 * units, units),
                Matrix.zeros(kernels, 3 * units, 1),
                Matrix.zeros(kernels, 3 * units, 1));
        // The fans of one gate: its three rows of each unit are layers of their own.
        parameters = Parameters.of(
                new Parameter(INPUT_WEIGHTS, Role.WEIGHTS, weights.input(), d, units),
                new Parameter(RECURRENT_WEIGHTS, Role.WEIGHTS, weights.recurrent(), units, units),
                new Parameter(INPUT_BIASES, Role.BIASES, weights.inputBiases(), d, units),
                new Parameter(RECURRENT_BIASES, Role.BIASES, weights.recurrentBiases(), units, units));
    }

    @Override
    public String kind() {
        return Gru.KIND;
    }

    @Override
    public Shape inputs() {
        return inputs;
    }

    @Override
    public Shape outputs() {
        return settings.sequences() ? Shape.of(time.steps(), settings.units()) : Shape.of(settings.units());
    }

    @Override
    public Activation activation() {
        return PassOn.INSTANCE;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        GruPass pass = forward(a);
        return settings.sequences() ? time.examples(pass.states()) : pass.lastState();
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        GruErrors errors = back(forward(a), delta);
        return time.examples(weights.input().transposeTimes(errors.ofInputs()));
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        Rows.checkDelta(this, delta, a);
        GruPass pass = forward(a);
        GruErrors errors = back(pass, delta);
        nabla.get(INPUT_BIASES).addRowSums(errors.ofInputs());
        nabla.get(RECURRENT_BIASES).addRowSums(errors.ofStates());
        nabla.get(INPUT_WEIGHTS).addTimesTranspose(errors.ofInputs(), pass.x());
        nabla.get(RECURRENT_WEIGHTS).addTimesTranspose(errors.ofStates(), pass.statesBefore());
    }

    private GruPass forward(Matrix a) {
        Rows.check(this, a);
        return GruPass.through(weights, time, time.stepByStep(a));
    }

    private GruErrors back(GruPass pass, Matrix delta) {
        return settings.sequences()
                ? GruErrors.ofAllStates(pass, time.stepByStep(delta))
                : GruErrors.ofLastState(pass, delta);
    }

    /** What a listing shows: {@code gru 50×8 -> 32}. */
    @Override
    public String toString() {
        return kind() + " " + inputs + " -> " + outputs();
    }
}
