package io.nabla.examples.gradcheck;

import io.nabla.api.MiniBatch;
import io.nabla.api.Precision;
import io.nabla.core.Backpropagation;
import io.nabla.core.FiniteDifferences;
import io.nabla.core.FiniteDifferences.Scheme;
import io.nabla.core.GradientCheck;
import io.nabla.core.Network;
import io.nabla.core.random.PythonRandom;
import java.util.List;

/**
 * Backpropagation held against one scheme of finite differences.
 *
 * @param differences the scheme and its ε
 * @param results the errors, parameter by parameter
 * @param tolerance what is allowed
 * @param parameters how many numbers the network has
 * @param seconds how long it took
 */
record Comparison(
        FiniteDifferences differences,
        List<GradientCheck.Result> results,
        Tolerance tolerance,
        long parameters,
        double seconds) {
    /** About how many multiplications are done where the user does not say how many entries to check: some seconds. */
    private static final double WORK = 2e10;

    /** Compares on the first mini-batch. */
    static Comparison of(Subject subject, FiniteDifferences differences, long entries, double relative, int seed) {
        Network network = subject.network();
        MiniBatch miniBatch = subject.miniBatch(0);
        GradientCheck check = new GradientCheck(differences, entries, new PythonRandom(seed));
        long start = System.nanoTime();
        List<GradientCheck.Result> results = check.check(new Backpropagation(), network, subject.cost(), miniBatch);
        double seconds = (System.nanoTime() - start) * 1e-9;
        Tolerance tolerance = Tolerance.of(
                relative, differences, subject.finiteCost(), network.kernels().precision());
        return new Comparison(differences, results, tolerance, network.parameterCount(), seconds);
    }

    /** The differences of a scheme with an ε between its error, which grows with ε, and that of rounding, which shrinks. */
    static FiniteDifferences differences(Scheme scheme, Precision precision) {
        if (precision == Precision.DOUBLE) {
            return scheme == Scheme.CENTRAL ? FiniteDifferences.central() : FiniteDifferences.forward();
        }
        return new FiniteDifferences(scheme, scheme == Scheme.CENTRAL ? 5e-3 : 1e-3);
    }

    /** How many entries of each parameter to check where the user does not say: all, unless that takes too long. */
    static long affordable(Subject subject) {
        double parameters = subject.network().parameterCount();
        double workOfOne = 2 * parameters * subject.m();
        double affordable = WORK / workOfOne;
        return affordable >= parameters ? Long.MAX_VALUE : Math.max(10, (long) affordable / 4);
    }

    /** How many entries were checked. */
    long checked() {
        return results.stream().mapToLong(GradientCheck.Result::checked).sum();
    }

    /** Forward passes that the gradient of all parameters takes. */
    long passes() {
        return differences.passes(parameters);
    }

    /** Whether only a sample was checked, so that {@link #secondsOfAll} is an estimate. */
    boolean isSample() {
        return checked() < parameters;
    }

    /** How long the gradient of all parameters takes. */
    double secondsOfAll() {
        return isSample() ? seconds * parameters / checked() : seconds;
    }

    /** Whether every parameter's gradient is near enough. */
    boolean passed() {
        return results.stream().allMatch(tolerance::accepts);
    }
}
