package io.nabla.examples.gradcheck;

import io.nabla.core.FiniteDifferences.Scheme;
import java.util.List;
import java.util.Locale;

/** Which finite differences the user wants. */
enum Schemes {
    /** Central differences alone. */
    CENTRAL,
    /** Forward differences alone. */
    FORWARD,
    /** First central, then forward differences. */
    BOTH;

    /** The schemes, in the order in which they are tried. */
    List<Scheme> list() {
        return switch (this) {
            case CENTRAL -> List.of(Scheme.CENTRAL);
            case FORWARD -> List.of(Scheme.FORWARD);
            case BOTH -> List.of(Scheme.CENTRAL, Scheme.FORWARD);
        };
    }

    /** The lower-case name, as users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
