/**
 * The optimizers that Nabla comes with: {@link io.nabla.optimizers.Sgd}, stochastic gradient descent.
 *
 * <p>{@link io.nabla.optimizers.OptimizersModule} binds everything in this jar, also its regularizers and
 * initializers, for those who look them up by name.
 */
package io.nabla.optimizers;
