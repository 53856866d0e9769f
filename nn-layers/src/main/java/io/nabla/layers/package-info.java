/**
 * The layers that Nabla comes with: {@link io.nabla.layers.Dense}, in which every input feeds every output.
 *
 * <p>{@link io.nabla.layers.LayersModule} binds their factories for those who look them up by name.
 */
package io.nabla.layers;
