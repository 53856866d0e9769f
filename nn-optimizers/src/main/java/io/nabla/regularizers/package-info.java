/**
 * The regularizers that Nabla comes with: the book's two, and both in one.
 *
 * <table>
 * <caption>Regularizers</caption>
 * <tr><th>name</th><th>class</th><th>penalty of the summed cost</th></tr>
 * <tr><td>{@code l2}</td><td>{@link io.nabla.regularizers.L2}, weight decay</td><td>λ Σ w²/2</td></tr>
 * <tr><td>{@code l1}</td><td>{@link io.nabla.regularizers.L1}</td><td>λ Σ |w|</td></tr>
 * <tr><td>{@code elastic-net}</td><td>{@link io.nabla.regularizers.ElasticNet}</td>
 *     <td>λ Σ (ρ |w| + (1 - ρ) w²/2)</td></tr>
 * </table>
 */
package io.nabla.regularizers;
