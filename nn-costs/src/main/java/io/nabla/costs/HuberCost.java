package io.nabla.costs;

import io.nabla.api.Cost;
import io.nabla.api.Matrix;
import io.nabla.api.Settings;

/**
 * Huber's cost, summed over outputs and examples: C = Σ ½ (a - y)² where |a - y| ≤ δ, and C = Σ δ (|a - y| - ½ δ)
 * elsewhere.
 *
 * <p>Near the target it is the {@link QuadraticCost}, far from it δ times the {@link AbsoluteCost} but for a constant: it
 * settles smoothly, and no example pulls harder than δ. It takes outputs of any range.
 * Found by its name, {@code huber}, it has another δ by the setting {@code delta}.
 *
 * <pre>{@code
 * Matrix a = Matrix.column(kernels, 0.8, 3);
 * Matrix y = Matrix.column(kernels, 1, 0);
 * double c = new HuberCost().value(a, y);   // 0.5 · 0.2² + (3 - 0.5) = 2.52
 * }</pre>
 *
 * @param delta δ, how far from the target the cost begins to rise in a straight line; finite and above 0
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html">PyTorch's HuberLoss</a>
 */
public record HuberCost(double delta) implements Cost {
    /** δ, if nothing is said. */
    public static final double DELTA = 1;

    /** Huber's cost with δ = {@value #DELTA}. */
    public HuberCost() {
        this(DELTA);
    }

    /**
     * Checks δ.
     *
     * @throws IllegalArgumentException if it is not finite and above 0
     */
    public HuberCost {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("delta is a finite number above 0, such as " + DELTA + ", but got "
                    + delta + "; for no straight part use the cost quadratic");
        }
    }

    @Override
    public String name() {
        return "huber";
    }

    @Override
    public HuberCost with(Settings settings) {
        settings.onlyKeys("delta");
        return new HuberCost(settings.number("delta", delta));
    }

    @Override
    public double value(Matrix a, Matrix y) {
        return a.zip(y, (output, target) -> term(Math.abs(output - target))).sum();
    }

    private double term(double error) {
        return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }

    /** ∇ₐC = a - y, but no less than -δ and no more than δ. */
    @Override
    public Matrix gradient(Matrix a, Matrix y) {
        return a.zip(y, (output, target) -> Math.max(-delta, Math.min(output - target, delta)));
    }
}
