/**
 * The optimizers that Nabla comes with: the book's, and one with a pace for each weight.
 *
 * <table>
 * <caption>Optimizers</caption>
 * <tr><th>name</th><th>class</th><th>step, with g the mean gradient</th></tr>
 * <tr><td>{@code sgd}</td><td>{@link io.nabla.optimizers.Sgd}</td><td>w - η g</td></tr>
 * <tr><td>{@code adam}</td><td>{@link io.nabla.optimizers.Adam}</td><td>w - η m̂ / (√v̂ + ε), by the running means of g and
 *     g²</td></tr>
 * </table>
 *
 * <p>{@link io.nabla.optimizers.OptimizersModule} binds everything in this jar, also its regularizers and
 * initializers, for those who look them up by name.
 */
package io.nabla.optimizers;
