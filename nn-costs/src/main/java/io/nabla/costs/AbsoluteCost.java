package io.nabla.costs;

import io.nabla.api.Cost;
import io.nabla.api.Matrix;

/**
 * The absolute cost C = Σ |a - y|, summed over outputs and examples.
 *
 * <p>It takes outputs of any range. An example that is far off pulls no harder than one that is near, so a few wrong
 * labels do little harm; but the slope does not fall near the target either, where {@link HuberCost} is smoother. At a =
 * y, where there is no slope, it is 0.
 *
 * <pre>{@code
 * Matrix a = Matrix.column(kernels, 0.8, 0.1);
 * Matrix y = Matrix.column(kernels, 1, 0);
 * double c = new AbsoluteCost().value(a, y);   // 0.2 + 0.1 = 0.3
 * }</pre>
 *
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html">PyTorch's L1Loss</a>
 */
public final class AbsoluteCost implements Cost {
    /** The absolute cost. */
    public AbsoluteCost() {}

    @Override
    public String name() {
        return "absolute";
    }

    @Override
    public double value(Matrix a, Matrix y) {
        return a.zip(y, (output, target) -> Math.abs(output - target)).sum();
    }

    /** ∇ₐC: 1 where the output is too great, -1 where it is too small, 0 where it is right. */
    @Override
    public Matrix gradient(Matrix a, Matrix y) {
        return a.zip(y, (output, target) -> Math.signum(output - target));
    }
}
