package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;

/** What layers that normalize have in common: γ, β and ε. */
final class Normalizations {
    static final String GAMMA = "gamma";
    static final String BETA = "beta";

    private Normalizations() {}

    /** A parameter of one column, all of whose numbers start at the same. */
    static Parameter parameter(String name, Parameter.Role role, Kernels kernels, int size, double start) {
        Matrix value = Matrix.zeros(kernels, size, 1);
        value.fill(start);
        return new Parameter(name, role, value, 1, 1);
    }

    /** Adds numbers to a gradient of one column. */
    static void add(double[] numbers, Matrix nabla) {
        for (int i = 0; i < numbers.length; i++) {
            nabla.set(i, nabla.get(i) + numbers[i]);
        }
    }

    static void checkEpsilon(String kind, double epsilon) {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the epsilon of " + kind + " is above 0 and finite, such as 1e-5, but got " + epsilon);
        }
    }
}
