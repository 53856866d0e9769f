/**
 * The layers that Nabla comes with.
 *
 * <table>
 * <caption>Layers</caption>
 * <tr><th>name</th><th>class</th><th>what it does</th></tr>
 * <tr><td>{@code dense}</td><td>{@link io.nabla.layers.Dense}</td><td>every input feeds every output</td></tr>
 * <tr><td>{@code convolution2d}</td><td>{@link io.nabla.layers.Convolution2d}</td><td>filters slide over an image</td></tr>
 * <tr><td>{@code max-pool2d}</td><td>{@link io.nabla.layers.MaxPool2d}</td><td>the greatest of each window</td></tr>
 * <tr><td>{@code average-pool2d}</td><td>{@link io.nabla.layers.AveragePool2d}</td><td>the mean of each window</td></tr>
 * <tr><td>{@code reshape}</td><td>{@link io.nabla.layers.Reshape}</td><td>the same numbers under another shape</td></tr>
 * <tr><td>{@code flatten}</td><td>{@link io.nabla.layers.Flatten}</td><td>the same numbers in one row</td></tr>
 * <tr><td>{@code dropout}</td><td>{@link io.nabla.layers.Dropout}</td><td>forgets inputs in training</td></tr>
 * <tr><td>{@code batch-norm}</td><td>{@link io.nabla.layers.BatchNorm}</td>
 *     <td>features by their mean and variance over the mini-batch</td></tr>
 * <tr><td>{@code layer-norm}</td><td>{@link io.nabla.layers.LayerNorm}</td>
 *     <td>each example by its own mean and variance</td></tr>
 * <tr><td>{@code residual}</td><td>{@link io.nabla.layers.Residual}</td>
 *     <td>adds its inputs to what inner layers make of them</td></tr>
 * <tr><td>{@code embedding}</td><td>{@link io.nabla.layers.Embedding}</td>
 *     <td>gives each word of a vocabulary a vector</td></tr>
 * <tr><td>{@code gru}</td><td>{@link io.nabla.layers.Gru}</td>
 *     <td>reads a sequence step by step</td></tr>
 * </table>
 *
 * <p>{@link io.nabla.layers.LayersModule} binds their factories for those who look them up by name.
 */
package io.nabla.layers;
