/**
 * The learning-rate schedules that Nabla comes with: each gives the factor on the optimizer's learning rate, step by step.
 *
 * <table>
 * <caption>Schedules</caption>
 * <tr><th>name</th><th>class</th><th>factor on the learning rate</th></tr>
 * <tr><td>{@code constant}</td><td>{@link io.nabla.schedules.ConstantPace}</td><td>1</td></tr>
 * <tr><td>{@code step}</td><td>{@link io.nabla.schedules.StepDecay}</td><td>f^⌊epoch / every⌋</td></tr>
 * <tr><td>{@code exponential}</td><td>{@link io.nabla.schedules.ExponentialDecay}</td><td>f^epoch</td></tr>
 * <tr><td>{@code cosine}</td><td>{@link io.nabla.schedules.CosineDecay}</td>
 *     <td>floor + ½ (1 - floor) (1 + cos(π t / T))</td></tr>
 * <tr><td>{@code linear-warm-up}</td><td>{@link io.nabla.schedules.LinearWarmUp}</td>
 *     <td>straight up to 1, then another schedule</td></tr>
 * <tr><td>{@code one-cycle}</td><td>{@link io.nabla.schedules.OneCycle}</td>
 *     <td>up to 1 and down to almost nothing, along cosines</td></tr>
 * <tr><td>{@code reduce-on-plateau}</td><td>{@link io.nabla.schedules.ReduceOnPlateau}</td>
 *     <td>times f whenever there is no gain any more</td></tr>
 * </table>
 *
 * <p>{@link io.nabla.optimizers.OptimizersModule} binds their factories. Powers and cosines are {@link StrictMath}'s, the
 * same bits on every machine.
 */
package io.nabla.schedules;
