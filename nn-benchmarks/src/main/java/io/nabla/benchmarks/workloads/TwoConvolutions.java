package io.nabla.benchmarks.workloads;

import io.nabla.activations.Relu;
import io.nabla.activations.Softmax;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.core.Network;
import io.nabla.core.random.NumpyRandom;
import io.nabla.layers.Convolution2d;
import io.nabla.layers.Dense;
import io.nabla.layers.MaxPool2d;

/** The network of the book's chapter 6 with rectified linear units: two convolutions, each pooled, and a dense layer of 100. */
public record TwoConvolutions() implements Form {
    @Override
    public Network build(Kernels kernels, Initializer initializer, int seed) {
        return Network.builder(1, 28, 28)
                .kernels(kernels)
                .layer(new Convolution2d(20, 5, new Relu()))
                .layer(new MaxPool2d(2))
                .layer(new Convolution2d(40, 5, new Relu()))
                .layer(new MaxPool2d(2))
                .layer(new Dense(100, new Relu()))
                .layer(new Dense(10, new Softmax()))
                .build(initializer, new NumpyRandom(seed));
    }

    /** In words. */
    @Override
    public String toString() {
        return "conv5x5x20-pool-conv5x5x40-pool-100-10 relu";
    }
}
