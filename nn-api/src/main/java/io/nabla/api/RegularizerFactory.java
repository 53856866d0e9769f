package io.nabla.api;

/** Makes regularizers of one kind from their settings; bound by a plug-in's Guice module. */
public interface RegularizerFactory extends Factory<Regularizer> {}
