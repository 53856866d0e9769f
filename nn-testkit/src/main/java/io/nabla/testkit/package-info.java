/**
 * Contracts for authors of plug-ins: what an activation, a cost, a layer, an optimizer, an initializer, kernels, a
 * gradient estimator or a trainer must do, as JUnit 5 interfaces with the tests in them.
 *
 * <p>A test class <em>implements</em> a contract and names what is to be tested; JUnit finds the tests:
 *
 * <pre>{@code
 * class SwishTest implements ActivationContract {
 *     public Activation activation() { return new Swish(); }
 * }
 * }</pre>
 *
 * <p>All tests draw their numbers from fixed seeds, so a failure comes back at every run. Most need kernels: they take
 * the best that a {@link io.nabla.api.KernelsProvider} on the path offers, so a plug-in's tests depend on nn-core; see
 * {@link io.nabla.testkit.UsesKernels}. A part of a contract that does not apply, such as the derivative of an activation
 * that works on whole columns, is reported as skipped, with the reason.
 *
 * <p>{@link io.nabla.testkit.TextbookNetwork} is the independent reference that gradients and training are held against.
 */
package io.nabla.testkit;
