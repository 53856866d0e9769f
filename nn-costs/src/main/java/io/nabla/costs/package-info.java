/**
 * The cost functions that Nabla comes with.
 *
 * <table>
 * <caption>Costs</caption>
 * <tr><th>name</th><th>class</th><th>C, for each example</th><th>∇ₐC</th><th>fused to a - y with</th></tr>
 * <tr><td>{@code quadratic}</td><td>{@link io.nabla.costs.QuadraticCost}</td><td>½ Σ (a - y)²</td>
 *     <td>a - y</td><td></td></tr>
 * <tr><td>{@code absolute}</td><td>{@link io.nabla.costs.AbsoluteCost}</td><td>Σ |a - y|</td>
 *     <td>1, -1 or 0</td><td></td></tr>
 * <tr><td>{@code huber}</td><td>{@link io.nabla.costs.HuberCost}</td>
 *     <td>Σ ½ (a - y)² near the target, Σ δ (|a - y| - ½ δ) far from it</td>
 *     <td>a - y, within -δ to δ</td><td></td></tr>
 * <tr><td>{@code hinge}</td><td>{@link io.nabla.costs.HingeCost}</td><td>Σ max(0, 1 - (2y - 1) a)</td>
 *     <td>1 - 2y, or 0</td><td></td></tr>
 * <tr><td>{@code cross-entropy}</td><td>{@link io.nabla.costs.CrossEntropyCost}</td>
 *     <td>-Σ (y ln a + (1 - y) ln(1 - a))</td>
 *     <td>(a - y) / (a (1 - a))</td><td>sigmoid</td></tr>
 * <tr><td>{@code log-likelihood}</td><td>{@link io.nabla.costs.LogLikelihoodCost}</td><td>-Σ y ln a</td>
 *     <td>-y / a</td><td>softmax</td></tr>
 * </table>
 *
 * <p>Every value is <em>summed</em> over the examples of a mini-batch, never averaged: whoever shows it divides,
 * once. The logarithms are {@link StrictMath}'s, the same bits on every machine. NaN comes out as NaN. {@link
 * io.nabla.costs.CostsModule} binds them for those who look them up by name.
 */
package io.nabla.costs;
