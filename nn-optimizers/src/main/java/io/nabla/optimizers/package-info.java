/**
 * The optimizers that Nabla comes with: the book's, those with momentum, and those with a pace for each weight.
 *
 * <table>
 * <caption>Optimizers</caption>
 * <tr><th>name</th><th>class</th><th>step, with g the mean gradient</th></tr>
 * <tr><td>{@code sgd}</td><td>{@link io.nabla.optimizers.Sgd}</td><td>w - η g</td></tr>
 * <tr><td>{@code momentum}</td><td>{@link io.nabla.optimizers.Momentum}</td>
 *     <td>w - η v, by the velocity v ← μ v + g</td></tr>
 * <tr><td>{@code nesterov}</td><td>{@link io.nabla.optimizers.Nesterov}</td>
 *     <td>w - η (g + μ v), by the same velocity</td></tr>
 * <tr><td>{@code adagrad}</td><td>{@link io.nabla.optimizers.Adagrad}</td>
 *     <td>w - η g / (√s + ε), by the sum s of all g²</td></tr>
 * <tr><td>{@code rmsprop}</td><td>{@link io.nabla.optimizers.RmsProp}</td>
 *     <td>w - η g / (√v + ε), by the running mean v of g²</td></tr>
 * <tr><td>{@code adadelta}</td><td>{@link io.nabla.optimizers.Adadelta}</td>
 *     <td>w - η g √(u + ε) / √(v + ε), by the running means of g² and of squared steps</td></tr>
 * <tr><td>{@code adam}</td><td>{@link io.nabla.optimizers.Adam}</td>
 *     <td>w - η m̂ / (√v̂ + ε), by the running means of g and g²</td></tr>
 * <tr><td>{@code adamw}</td><td>{@link io.nabla.optimizers.AdamW}</td>
 *     <td>w - η λ w, then as Adam; biases as Adam</td></tr>
 * <tr><td>{@code nadam}</td><td>{@link io.nabla.optimizers.NAdam}</td>
 *     <td>as Adam, with m̂ of g and of the next step's moment</td></tr>
 * </table>
 *
 * <p>{@link io.nabla.optimizers.OptimizersModule} binds everything in this jar, also its schedules, regularizers and
 * initializers, for those who look them up by name.
 */
package io.nabla.optimizers;
