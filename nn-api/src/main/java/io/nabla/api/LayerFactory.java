package io.nabla.api;

/** Makes layers of one kind from their settings; bound by a plug-in's Guice module. */
public interface LayerFactory extends Factory<LayerDescription> {}
