package io.nabla.examples.gradcheck;

import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.NetworkPlan;

/**
 * What the user asked for, to be shown with the results.
 *
 * @param plan what the network is made of
 * @param arithmetic kernels, precision and threads
 * @param seed where all randomness comes from
 */
record Settings(NetworkPlan plan, ChosenKernels arithmetic, int seed) {}
