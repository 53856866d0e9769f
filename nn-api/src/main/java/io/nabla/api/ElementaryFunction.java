package io.nabla.api;

import java.util.function.DoubleUnaryOperator;

/**
 * Functions of one number that kernels know: what {@link Matrix#map} is given, they may compute on vector units.
 *
 * <p>The bits are those of {@link #applyAsDouble} and {@link #applyAsFloat} whoever computes them.
 *
 * <pre>{@code
 * Matrix a = z.map(ElementaryFunction.SIGMOID);
 * }</pre>
 *
 * @see ElementaryBackward
 */
public enum ElementaryFunction implements DoubleUnaryOperator {
    /** eˣ, {@link Elementary#exp} and {@link FloatElementary#exp}. */
    EXP {
        @Override
        public double applyAsDouble(double x) {
            return Elementary.exp(x);
        }

        @Override
        public float applyAsFloat(float x) {
            return FloatElementary.exp(x);
        }
    },
    /** 1 / (1 + e⁻ˣ), {@link Elementary#sigmoid} and {@link FloatElementary#sigmoid}. */
    SIGMOID {
        @Override
        public double applyAsDouble(double x) {
            return Elementary.sigmoid(x);
        }

        @Override
        public float applyAsFloat(float x) {
            return FloatElementary.sigmoid(x);
        }
    },
    /** tanh x, {@link Elementary#tanh} and {@link FloatElementary#tanh}. */
    TANH {
        @Override
        public double applyAsDouble(double x) {
            return Elementary.tanh(x);
        }

        @Override
        public float applyAsFloat(float x) {
            return FloatElementary.tanh(x);
        }
    },
    /** max(0, x), NaN for NaN. */
    RELU {
        @Override
        public double applyAsDouble(double x) {
            return Math.max(0, x);
        }

        @Override
        public float applyAsFloat(float x) {
            return Math.max(0, x);
        }
    };

    /** The function in float arithmetic. */
    public abstract float applyAsFloat(float x);
}
