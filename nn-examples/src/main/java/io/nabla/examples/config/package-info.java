/**
 * What a training run is to be, as a tree of settings: options and a JSON file are put together in one, and checked once.
 *
 * <p>{@link io.nabla.examples.config.ConfigTree} is the tree, {@link io.nabla.examples.config.RunConfig} what is read out of it.
 */
package io.nabla.examples.config;
