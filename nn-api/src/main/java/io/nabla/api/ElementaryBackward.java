package io.nabla.api;

import java.util.function.DoubleBinaryOperator;

/**
 * The way back through an {@link ElementaryFunction}: from the error on a = σ(z), and a itself, to the error on z.
 *
 * <p>As with the functions themselves, kernels may compute these on vector units, with the bits of {@link #applyAsDouble} and
 * {@link #applyAsFloat}.
 *
 * <pre>{@code
 * Matrix errorOnZ = errorOnA.zip(a, ElementaryBackward.SIGMOID);
 * }</pre>
 */
public enum ElementaryBackward implements DoubleBinaryOperator {
    /** error · a (1 - a). */
    SIGMOID {
        @Override
        public double applyAsDouble(double error, double a) {
            return error * (a * (1 - a));
        }

        @Override
        public float applyAsFloat(float error, float a) {
            return error * (a * (1 - a));
        }
    },
    /** error · (1 - a²). */
    TANH {
        @Override
        public double applyAsDouble(double error, double a) {
            return error * (1 - a * a);
        }

        @Override
        public float applyAsFloat(float error, float a) {
            return error * (1 - a * a);
        }
    },
    /** error where a is above 0, and 0 where it is 0: at the kink the slope is taken to be 0, as PyTorch does. */
    RELU {
        @Override
        public double applyAsDouble(double error, double a) {
            // Neither: a is NaN, and that must not be lost.
            return error * (a > 0 ? 1 : a <= 0 ? 0 : Double.NaN);
        }

        @Override
        public float applyAsFloat(float error, float a) {
            return error * (a > 0 ? 1 : a <= 0 ? 0 : Float.NaN);
        }
    };

    /** The same in float arithmetic. */
    public abstract float applyAsFloat(float error, float a);
}
