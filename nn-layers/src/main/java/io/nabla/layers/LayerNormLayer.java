package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** Layer normalization: z = γ ⊙ x̂ + β, where each group of numbers next to each other has its own mean and variance. */
final class LayerNormLayer implements Layer {
    private final Shape shape;
    private final int size;
    private final LayerNorm settings;
    private final Parameters parameters;
    private final Matrix gamma;
    private final Matrix beta;

    LayerNormLayer(Shape shape, LayerNorm settings, Kernels kernels) {
        this.shape = shape;
        this.size = shape.dimensions().get(shape.dimensions().size() - 1);
        this.settings = settings;
        if (size < 2) {
            throw new IllegalArgumentException("layer-norm takes inputs whose last dimension is at least 2, but got "
                    + shape + "; a single number has no variance");
        }
        parameters = Parameters.of(
                Normalizations.parameter(Normalizations.GAMMA, Role.NORMALIZATION, kernels, size, 1),
                Normalizations.parameter(Normalizations.BETA, Role.NORMALIZATION, kernels, size, 0));
        gamma = parameters.get(Normalizations.GAMMA);
        beta = parameters.get(Normalizations.BETA);
    }

    @Override
    public String kind() {
        return LayerNorm.KIND;
    }

    @Override
    public Shape inputs() {
        return shape;
    }

    @Override
    public Shape outputs() {
        return shape;
    }

    @Override
    public Activation activation() {
        return settings.activation();
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        Rows.check(this, a);
        Matrix z = a.fresh(a.rows(), a.columns());
        eachGroup(a, (group, first) -> {
            for (int i = 0; i < size; i++) {
                z.set(first + i, gamma.get(i) * group.normalized(a, first + i) + beta.get(i));
            }
        });
        return z;
    }

    /**
     * The mean and the variance depend on every number of the group, so with u = γ ⊙ δ, ∂C/∂a = inverse · (u - mean of u - x̂ · mean of
     * u ⊙ x̂).
     */
    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Matrix error = a.fresh(a.rows(), a.columns());
        eachGroup(a, (group, first) -> {
            double sum = 0;
            double product = 0;
            for (int i = 0; i < size; i++) {
                double u = gamma.get(i) * delta.get(first + i);
                sum += u;
                product += u * group.normalized(a, first + i);
            }
            for (int i = 0; i < size; i++) {
                double u = gamma.get(i) * delta.get(first + i);
                double centered = u - sum / size - group.normalized(a, first + i) * (product / size);
                error.set(first + i, group.inverse * centered);
            }
        });
        return error;
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        Group[] groups = new Group[a.size() / size];
        eachGroup(a, (group, first) -> groups[first / size] = group);
        double[] sums = new double[size];
        double[] products = new double[size];
        Pieces.run(a.kernels(), size, groups.length, (from, to) -> {
            for (int g = 0; g < groups.length; g++) {
                for (int i = from; i < to; i++) {
                    sums[i] += delta.get(g * size + i);
                    products[i] += delta.get(g * size + i) * groups[g].normalized(a, g * size + i);
                }
            }
        });
        Normalizations.add(sums, nabla.get(Normalizations.BETA));
        Normalizations.add(products, nabla.get(Normalizations.GAMMA));
    }

    /** Numbers next to each other with their own figures: x̂ = (a - mean) · inverse, where inverse is 1 / √(variance + ε). */
    private record Group(double mean, double inverse) {
        static Group of(Matrix a, int first, int size, double epsilon) {
            double sum = 0;
            for (int i = first; i < first + size; i++) {
                sum += a.get(i);
            }
            double mean = sum / size;
            double squares = 0;
            for (int i = first; i < first + size; i++) {
                squares += (a.get(i) - mean) * (a.get(i) - mean);
            }
            return new Group(mean, 1 / Math.sqrt(squares / size + epsilon));
        }

        double normalized(Matrix a, int index) {
            return (a.get(index) - mean) * inverse;
        }
    }

    /** What to do with a group. */
    @FunctionalInterface
    private interface Visit {
        void group(Group group, int first);
    }

    private void eachGroup(Matrix a, Visit visit) {
        Pieces.run(a.kernels(), a.size() / size, size, (from, to) -> {
            for (int g = from; g < to; g++) {
                visit.group(Group.of(a, g * size, size, settings.epsilon()), g * size);
            }
        });
    }

    /** What a listing shows: {@code layer-norm 20×64, identity}. */
    @Override
    public String toString() {
        return kind() + " " + shape + ", " + activation().name();
    }
}
