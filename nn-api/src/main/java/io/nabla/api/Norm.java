package io.nabla.api;

/** The length of everything that is learned in a network, or of its gradient, as one vector: √Σ g². */
public final class Norm {
    /** A power of two that keeps the squares of all but hopeless numbers within range. */
    private static final double TINY = 0x1p-540;

    private Norm() {}

    /**
     * The norm of all numbers together, in double and in a fixed order: the same bits for any kernels.
     *
     * @param numbers those of each layer, of which statistics do not count
     * @return infinite only where one of them is, or the norm itself is out of range
     */
    public static double of(Sequence<Parameters> numbers) {
        double norm = Math.sqrt(squares(numbers, 1));
        return Double.isInfinite(norm) ? Math.sqrt(squares(numbers, TINY)) / TINY : norm;
    }

    private static double squares(Sequence<Parameters> numbers, double unit) {
        double sum = 0;
        for (Parameters ofLayer : numbers) {
            for (Parameter parameter : ofLayer) {
                Matrix g = parameter.value();
                for (int i = 0; parameter.role().isLearned() && i < g.size(); i++) {
                    double x = unit * g.get(i);
                    sum = Math.fma(x, x, sum);
                }
            }
        }
        return sum;
    }
}
