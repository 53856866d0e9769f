/**
 * The regularizers that Nabla comes with: the book's two, both in one, and a bound on norms.
 *
 * <table>
 * <caption>Regularizers</caption>
 * <tr><th>name</th><th>class</th><th>penalty of the summed cost</th></tr>
 * <tr><td>{@code l2}</td><td>{@link io.nabla.regularizers.L2}, weight decay</td><td>λ Σ w²/2</td></tr>
 * <tr><td>{@code l1}</td><td>{@link io.nabla.regularizers.L1}</td><td>λ Σ |w|</td></tr>
 * <tr><td>{@code elastic-net}</td><td>{@link io.nabla.regularizers.ElasticNet}</td>
 *     <td>λ Σ (ρ |w| + (1 - ρ) w²/2)</td></tr>
 * <tr><td>{@code max-norm}</td><td>{@link io.nabla.regularizers.MaxNorm}</td>
 *     <td>0: it limits the norm of what comes into a unit instead</td></tr>
 * </table>
 *
 * <p>λ is the book's throughout: it belongs to the <em>summed</em> cost, and is divided by n, the number of training
 * examples, in the mean one. The decay of {@link io.nabla.optimizers.AdamW} is none of these: it is set by {@code
 * weight-decay}, and depends on no number of examples.
 */
package io.nabla.regularizers;
