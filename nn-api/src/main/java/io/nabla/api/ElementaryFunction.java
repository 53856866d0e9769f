package io.nabla.api;

import java.util.function.DoubleUnaryOperator;

/**
 * Functions of one number that kernels know: what {@link Matrix#map} is given, they may compute on vector units.
 *
 * <p>The bits are those of {@link #applyAsDouble} whoever computes them: in double as written there, in float computed in
 * double and rounded once, so that a float is within half an ulp (and a hair) of the true value.
 *
 * <pre>{@code
 * Matrix a = z.map(ElementaryFunction.SIGMOID);
 * }</pre>
 *
 * @see ElementaryBackward
 */
public enum ElementaryFunction implements DoubleUnaryOperator {
    /** eˣ, {@link Elementary#exp}. */
    EXP {
        @Override
        public double applyAsDouble(double x) {
            return Elementary.exp(x);
        }
    },
    /** 1 / (1 + e⁻ˣ), {@link Elementary#sigmoid}. */
    SIGMOID {
        @Override
        public double applyAsDouble(double x) {
            return Elementary.sigmoid(x);
        }
    },
    /** tanh x, {@link Elementary#tanh}. */
    TANH {
        @Override
        public double applyAsDouble(double x) {
            return Elementary.tanh(x);
        }
    },
    /** max(0, x), NaN for NaN. */
    RELU {
        @Override
        public double applyAsDouble(double x) {
            return Math.max(0, x);
        }
    }
}
