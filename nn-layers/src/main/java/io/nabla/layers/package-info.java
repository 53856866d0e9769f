/**
 * The layers that Nabla comes with: {@link io.nabla.layers.Dense}, in which every input feeds every output, those for images from
 * {@link io.nabla.layers.Convolution2d} on, and {@link io.nabla.layers.Dropout}.
 *
 * <p>{@link io.nabla.layers.LayersModule} binds their factories for those who look them up by name.
 */
package io.nabla.layers;
