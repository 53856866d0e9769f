package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A seeded parameter on its way, with the update that an optimizer started for it. */
final class OptimizerSteps {
    /** The roles of what an optimizer is given. */
    static final List<Parameter.Role> LEARNED = Arrays.stream(Parameter.Role.values())
            .filter(Parameter.Role::isLearned)
            .toList();

    private static final int ROWS = 3;
    private static final int COLUMNS = 4;

    private final Parameter parameter;
    private final Optimizer.Update update;
    private final Draws draws;

    private OptimizerSteps(Parameter parameter, Optimizer.Update update, Draws draws) {
        this.parameter = parameter;
        this.update = update;
        this.draws = draws;
    }

    static OptimizerSteps of(Optimizer optimizer, Kernels kernels, long seed, Parameter.Role role) {
        Draws draws = new Draws(400 + seed);
        int columns = role == Parameter.Role.WEIGHTS ? COLUMNS : 1;
        Parameter parameter = parameter(draws.matrix(kernels, ROWS, columns, 0.5, 1.5), role);
        return new OptimizerSteps(parameter, optimizer.start(parameter), draws);
    }

    static Parameter parameter(Matrix value, Parameter.Role role) {
        String name = role == Parameter.Role.WEIGHTS ? "weights" : "biases";
        return new Parameter(name, role, value, COLUMNS, ROWS);
    }

    /** What the update remembers, if it says so. */
    Optional<State> state() {
        return update.state();
    }

    /** A copy of the parameter, moved on by a new update that has taken over the state. */
    OptimizerSteps resumed(Optimizer optimizer) {
        Parameter copy = parameter(parameter.value().copy(), parameter.role());
        Optimizer.Update fresh = optimizer.start(copy);
        fresh.restore(update.state().orElseThrow());
        return new OptimizerSteps(copy, fresh, draws);
    }

    /** One step; the update may use up its own copy of the gradient. */
    void step(Matrix nabla, int m) {
        step(nabla, m, 1);
    }

    /** One step at a share of the learning rate. */
    void step(Matrix nabla, int m, double pace) {
        update.step(parameter.value(), nabla.copy(), m, pace);
    }

    Matrix w() {
        return parameter.value();
    }

    Matrix nextGradient() {
        return draws.matrix(w().kernels(), w().rows(), w().columns(), -1, 1);
    }

    /** ½ Σ k w², its curvature k growing from element to element up to the greatest. */
    double bowl(double greatest) {
        double height = 0;
        for (int i = 0; i < w().size(); i++) {
            height += 0.5 * curvature(greatest, i) * w().get(i) * w().get(i);
        }
        return height;
    }

    /** The bowl's gradient, summed over m examples. */
    Matrix bowlGradient(double greatest, int m) {
        Matrix gradient = w().copy();
        for (int i = 0; i < w().size(); i++) {
            gradient.set(i, m * curvature(greatest, i) * w().get(i));
        }
        return gradient;
    }

    private double curvature(double greatest, int i) {
        return greatest * (i + 1) / w().size();
    }

    /** How many times too long a step was, for a message. */
    static String ratio(double from, double expected, double actual) {
        double ratio = (actual - from) / (expected - from);
        return Double.isFinite(ratio) ? ": the step is " + Figures.text(ratio) + " times as long as it should be" : "";
    }
}
