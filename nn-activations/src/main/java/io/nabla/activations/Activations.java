package io.nabla.activations;

import io.nabla.api.Catalog;
import io.nabla.api.ElementwiseActivation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * Activations from a formula alone: its derivative is derived, not written by hand.
 *
 * <pre>{@code
 * ElementwiseActivation cube = Activations.of("cube", z -> z.pow(3));
 * cube.value(2);           // 8
 * cube.derivative(2, 8);   // 12, from 3z²
 *
 * LayerDescription hidden = new Dense(30, Activations.of("bell", z -> z.multiply(z).negate().exp()));
 * }</pre>
 */
public final class Activations {
    private Activations() {}

    /**
     * The activation of a formula, its derivative by the chain rule through each of the formula's steps.
     *
     * <p>The derivative is exact but for rounding; no difference quotient is taken. Like any formula it must be written so
     * that nothing overflows on the way: {@code z.exp().add(1).log()} is infinite at z = 800 and its derivative NaN,
     * while {@code z.negate().exp().add(1).log().add(z)} is right there. Each element costs some new objects and a
     * second evaluation for the derivative; an activation that trains for hours deserves a class of its own.
     *
     * @param name lower-case letters, digits and single hyphens, beginning with a letter
     * @param formula σ; its result depends on its argument alone, and many threads may call it at once. It is tried once
     *     at 0.5 here
     * @throws IllegalArgumentException if the name is not one, or the formula's result is null or not derived from its
     *     argument
     * @see <a href="https://commons.apache.org/proper/commons-math/userguide/analysis.html">Commons Math, "Numerical
     *     Analysis", 4.7 "Differentiation"</a>
     */
    public static ElementwiseActivation of(String name, UnaryOperator<DerivativeStructure> formula) {
        DerivedActivation activation = new DerivedActivation(name, formula);
        activation.check();
        return Catalog.of("activation", List.of(activation)).get(name); // which checks the name
    }
}
