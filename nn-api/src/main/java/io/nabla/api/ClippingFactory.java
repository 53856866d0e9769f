package io.nabla.api;

/** Makes rules of one kind by which gradients are cut, from their settings; bound by a plug-in's Guice module. */
public interface ClippingFactory extends Factory<Clipping> {}
