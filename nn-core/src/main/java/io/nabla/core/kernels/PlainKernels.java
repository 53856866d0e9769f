package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;

/** The kernels in plain Java, which run everywhere and are the reference for faster ones. */
public final class PlainKernels {
    /** The name under which they are asked for. */
    public static final String NAME = "plain";

    private PlainKernels() {}

    /** Plain kernels of a precision. */
    public static Kernels of(Precision precision) {
        return precision == Precision.DOUBLE ? new PlainDoubleKernels() : new PlainFloatKernels();
    }
}
