package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;

/**
 * What the contracts compute with: the best kernels on the path, unless a test says otherwise.
 *
 * <pre>{@code
 * class SwishOnCommonsMathTest implements ActivationContract {
 *     public Activation activation() { return new Swish(); }
 *     public Kernels kernels(Precision precision) { return myKernels(precision); }
 * }
 * }</pre>
 */
public interface UsesKernels {
    /**
     * The kernels of a precision: those of the provider of the highest rank that can run here.
     *
     * @throws IllegalStateException if there are none, telling how to get some
     */
    default Kernels kernels(Precision precision) {
        return KernelsOnPath.best(precision);
    }
}
