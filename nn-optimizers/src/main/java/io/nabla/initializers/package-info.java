/**
 * The initializers that Nabla comes with: the two of the book, and one for rectified linear units.
 *
 * <table>
 * <caption>Initializers</caption>
 * <tr><th>name</th><th>class</th><th>weights</th><th>biases</th></tr>
 * <tr><td>{@code default}</td><td>{@link io.nabla.initializers.ScaledGaussian}</td><td>N(0,1) / √fan-in</td>
 *     <td>N(0,1)</td></tr>
 * <tr><td>{@code large}</td><td>{@link io.nabla.initializers.LargeGaussian}</td><td>N(0,1)</td><td>N(0,1)</td></tr>
 * <tr><td>{@code he}</td><td>{@link io.nabla.initializers.HeGaussian}</td><td>N(0,1) · √(2 / fan-in)</td><td>0</td></tr>
 * </table>
 */
package io.nabla.initializers;
