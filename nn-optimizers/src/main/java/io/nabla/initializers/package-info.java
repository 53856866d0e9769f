/**
 * The initializers that Nabla comes with: the two of the book, and those made for one activation or another.
 *
 * <table>
 * <caption>Initializers</caption>
 * <tr><th>name</th><th>class</th><th>weights</th><th>biases</th></tr>
 * <tr><td>{@code default}</td><td>{@link io.nabla.initializers.ScaledGaussian}</td><td>N(0,1) / √fan-in</td>
 *     <td>N(0,1)</td></tr>
 * <tr><td>{@code large}</td><td>{@link io.nabla.initializers.LargeGaussian}</td><td>N(0,1)</td><td>N(0,1)</td></tr>
 * <tr><td>{@code he}</td><td>{@link io.nabla.initializers.HeGaussian}</td><td>N(0,1) · √(2 / fan-in)</td><td>0</td></tr>
 * <tr><td>{@code he-uniform}</td><td>{@link io.nabla.initializers.HeUniform}</td><td>within ±√(6 / fan-in)</td>
 *     <td>0</td></tr>
 * <tr><td>{@code xavier-normal}</td><td>{@link io.nabla.initializers.XavierNormal}</td>
 *     <td>N(0,1) · √(2 / (fan-in + fan-out))</td><td>0</td></tr>
 * <tr><td>{@code xavier-uniform}</td><td>{@link io.nabla.initializers.XavierUniform}</td>
 *     <td>within ±√(6 / (fan-in + fan-out))</td><td>0</td></tr>
 * <tr><td>{@code lecun}</td><td>{@link io.nabla.initializers.LeCunGaussian}</td><td>N(0,1) / √fan-in</td><td>0</td></tr>
 * <tr><td>{@code orthogonal}</td><td>{@link io.nabla.initializers.Orthogonal}</td>
 *     <td>orthogonal columns, or rows where there are fewer</td><td>0</td></tr>
 * <tr><td>{@code by-activation}</td><td>{@link io.nabla.initializers.ByActivation}</td>
 *     <td>he for rectifiers, lecun for selu, xavier-normal for others</td><td>0</td></tr>
 * </table>
 *
 * <p>{@link io.nabla.initializers.Constant} is one number everywhere, and not found by name.
 */
package io.nabla.initializers;
