/**
 * The activation functions that Nabla comes with.
 *
 * <table>
 * <caption>Activations</caption>
 * <tr><th>name</th><th>class</th><th>σ(z)</th><th>σ′(z)</th><th>outputs</th></tr>
 * <tr><td>{@code sigmoid}</td><td>{@link io.nabla.activations.Sigmoid}</td><td>1 / (1 + e⁻ᶻ)</td>
 *     <td>a (1 - a)</td><td>0 to 1</td></tr>
 * <tr><td>{@code tanh}</td><td>{@link io.nabla.activations.Tanh}</td><td>tanh z</td>
 *     <td>1 - a²</td><td>-1 to 1</td></tr>
 * <tr><td>{@code relu}</td><td>{@link io.nabla.activations.Relu}</td><td>max(0, z)</td>
 *     <td>1 if z &gt; 0, else 0</td><td>0 and up</td></tr>
 * <tr><td>{@code identity}</td><td>{@link io.nabla.activations.Identity}</td><td>z</td><td>1</td><td>any</td></tr>
 * <tr><td>{@code softmax}</td><td>{@link io.nabla.activations.Softmax}</td><td>eᶻ / Σ eᶻ, over each column</td>
 *     <td>see there</td><td>0 to 1, sum 1</td></tr>
 * </table>
 *
 * <p>Each is one class without settings and without state; {@code new Sigmoid()} is all it takes. NaN comes out as NaN.
 * {@link io.nabla.activations.ActivationsModule} binds them for those who look them up by name.
 */
package io.nabla.activations;
