package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;
import java.util.function.IntConsumer;

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
        double[] x = Doubles.of(a);
        double[] scale = Doubles.of(gamma);
        double[] shift = Doubles.of(beta);
        double[] room = Doubles.room(z);
        eachGroup(a, first -> {
            Group group = Group.of(x, first, size, settings.epsilon());
            for (int i = 0; i < size; i++) {
                room[first + i] = scale[i] * group.normalized(x[first + i]) + shift[i];
            }
        });
        return Doubles.written(room, z);
    }

    /**
     * The mean and the variance depend on every number of the group, so with u = γ ⊙ δ, ∂C/∂a = inverse · (u - mean of u - x̂ · mean of
     * u ⊙ x̂).
     */
    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        Matrix error = a.fresh(a.rows(), a.columns());
        double[] x = Doubles.of(a);
        double[] errors = Doubles.of(delta);
        double[] scale = Doubles.of(gamma);
        double[] room = Doubles.room(error);
        eachGroup(a, first -> {
            Group group = Group.of(x, first, size, settings.epsilon());
            double sum = 0;
            double product = 0;
            for (int i = 0; i < size; i++) {
                double u = scale[i] * errors[first + i];
                sum += u;
                product += u * group.normalized(x[first + i]);
            }
            for (int i = 0; i < size; i++) {
                double u = scale[i] * errors[first + i];
                double centered = u - sum / size - group.normalized(x[first + i]) * (product / size);
                room[first + i] = group.inverse * centered;
            }
        });
        return Doubles.written(room, error);
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        Rows.checkDelta(this, delta, a);
        double[] x = Doubles.of(a);
        double[] errors = Doubles.of(delta);
        Group[] groups = new Group[a.size() / size];
        eachGroup(a, first -> groups[first / size] = Group.of(x, first, size, settings.epsilon()));
        double[] sums = new double[size];
        double[] products = new double[size];
        Pieces.run(a.kernels(), size, groups.length, (from, to) -> {
            for (int g = 0; g < groups.length; g++) {
                for (int i = from; i < to; i++) {
                    sums[i] += errors[g * size + i];
                    products[i] += errors[g * size + i] * groups[g].normalized(x[g * size + i]);
                }
            }
        });
        Normalizations.add(sums, nabla.get(Normalizations.BETA));
        Normalizations.add(products, nabla.get(Normalizations.GAMMA));
    }

    /** The figures of numbers next to each other: x̂ = (x - mean) · inverse, where inverse is 1 / √(variance + ε). */
    private record Group(double mean, double inverse) {
        static Group of(double[] x, int first, int size, double epsilon) {
            double sum = 0;
            for (int i = first; i < first + size; i++) {
                sum += x[i];
            }
            double mean = sum / size;
            double squares = 0;
            for (int i = first; i < first + size; i++) {
                squares += (x[i] - mean) * (x[i] - mean);
            }
            return new Group(mean, 1 / Math.sqrt(squares / size + epsilon));
        }

        double normalized(double x) {
            return (x - mean) * inverse;
        }
    }

    /** Visits each group by where it begins, on several threads where there is enough to do. */
    private void eachGroup(Matrix a, IntConsumer visit) {
        Pieces.run(a.kernels(), a.size() / size, size, (from, to) -> {
            for (int g = from; g < to; g++) {
                visit.accept(g * size);
            }
        });
    }

    /** What a listing shows: {@code layer-norm 20×64, identity}. */
    @Override
    public String toString() {
        return kind() + " " + shape + ", " + activation().name();
    }
}
