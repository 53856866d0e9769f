/**
 * The initializers that Nabla comes with: the two of the book.
 *
 * <table>
 * <caption>Initializers</caption>
 * <tr><th>name</th><th>class</th><th>weights</th><th>biases</th></tr>
 * <tr><td>{@code default}</td><td>{@link io.nabla.initializers.ScaledGaussian}</td><td>N(0,1) / √fan-in</td>
 *     <td>N(0,1)</td></tr>
 * <tr><td>{@code large}</td><td>{@link io.nabla.initializers.LargeGaussian}</td><td>N(0,1)</td><td>N(0,1)</td></tr>
 * </table>
 */
package io.nabla.initializers;
