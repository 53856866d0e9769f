package io.nabla.benchmarks.workloads;

import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.core.Network;

/** Of what layers a network is made, from the 784 pixels of an image to the 10 digits; {@code toString} says it in words. */
public interface Form {
    /** A network of this form, its parameters drawn from a seed. */
    Network build(Kernels kernels, Initializer initializer, int seed);
}
