package io.nabla.api;

/** Makes optimizers of one kind from their settings; bound by a plug-in's Guice module. */
public interface OptimizerFactory extends Factory<Optimizer> {}
