package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/** An activation whose formula is evaluated on numbers that carry their derivative along. */
final class DerivedActivation implements ElementwiseActivation {
    private final String name;
    private final UnaryOperator<DerivativeStructure> formula;

    DerivedActivation(String name, UnaryOperator<DerivativeStructure> formula) {
        this.name = name;
        this.formula = Objects.requireNonNull(formula, "formula");
    }

    /** That the formula gives a number with one derivative, by the z it is given. */
    void check() {
        DerivativeStructure a = at(0.5);
        if (a == null) {
            throw new IllegalArgumentException("the formula of the activation '" + name
                    + "' gives null; it must give a number computed from its argument, such as z.pow(3)");
        }
        if (a.getFreeParameters() != 1 || a.getOrder() != 1) {
            throw new IllegalArgumentException("the formula of the activation '" + name + "' gives a number with "
                    + a.getFreeParameters() + " free parameters and derivatives up to order " + a.getOrder()
                    + " but is given one with 1 and 1; compute it from its argument, such as z.pow(3)");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double value(double z) {
        return at(z).getValue();
    }

    @Override
    public double derivative(double z, double a) {
        return at(z).getPartialDerivative(1);
    }

    private DerivativeStructure at(double z) {
        return formula.apply(new DerivativeStructure(1, 1, 0, z));
    }
}
