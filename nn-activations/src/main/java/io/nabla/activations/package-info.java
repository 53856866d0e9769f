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
 * <tr><td>{@code leaky-relu}</td><td>{@link io.nabla.activations.LeakyRelu}</td><td>z if z &gt; 0, else 0.01 z</td>
 *     <td>1 if z &gt; 0, else 0.01</td><td>any</td></tr>
 * <tr><td>{@code elu}</td><td>{@link io.nabla.activations.Elu}</td><td>z if z &gt; 0, else eᶻ - 1</td>
 *     <td>1 if z &gt; 0, else eᶻ</td><td>-1 and up</td></tr>
 * <tr><td>{@code selu}</td><td>{@link io.nabla.activations.Selu}</td><td>λz if z &gt; 0, else λα (eᶻ - 1)</td>
 *     <td>λ if z &gt; 0, else λα eᶻ</td><td>-1.758 and up</td></tr>
 * <tr><td>{@code softplus}</td><td>{@link io.nabla.activations.Softplus}</td><td>ln(1 + eᶻ)</td>
 *     <td>sigmoid(z)</td><td>0 and up</td></tr>
 * <tr><td>{@code softsign}</td><td>{@link io.nabla.activations.Softsign}</td><td>z / (1 + |z|)</td>
 *     <td>1 / (1 + |z|)²</td><td>-1 to 1</td></tr>
 * <tr><td>{@code gelu}</td><td>{@link io.nabla.activations.Gelu}</td><td>z Φ(z)</td>
 *     <td>Φ(z) + z φ(z)</td><td>-0.170 and up</td></tr>
 * <tr><td>{@code gelu-tanh}</td><td>{@link io.nabla.activations.GeluTanh}</td><td>nearly z Φ(z), by tanh</td>
 *     <td>see there</td><td>-0.170 and up</td></tr>
 * <tr><td>{@code silu}</td><td>{@link io.nabla.activations.Silu}</td><td>z sigmoid(z)</td>
 *     <td>s + z s (1 - s)</td><td>-0.278 and up</td></tr>
 * <tr><td>{@code mish}</td><td>{@link io.nabla.activations.Mish}</td><td>z tanh(ln(1 + eᶻ))</td>
 *     <td>see there</td><td>-0.309 and up</td></tr>
 * <tr><td>{@code hard-sigmoid}</td><td>{@link io.nabla.activations.HardSigmoid}</td><td>max(0, min(z + 3, 6)) / 6</td>
 *     <td>1/6 if |z| &lt; 3, else 0</td><td>0 to 1</td></tr>
 * <tr><td>{@code hard-tanh}</td><td>{@link io.nabla.activations.HardTanh}</td><td>max(-1, min(z, 1))</td>
 *     <td>1 if |z| &lt; 1, else 0</td><td>-1 to 1</td></tr>
 * <tr><td>{@code identity}</td><td>{@link io.nabla.activations.Identity}</td><td>z</td><td>1</td><td>any</td></tr>
 * <tr><td>{@code softmax}</td><td>{@link io.nabla.activations.Softmax}</td><td>eᶻ / Σ eᶻ, over each column</td>
 *     <td>see there</td><td>0 to 1, sum 1</td></tr>
 * </table>
 *
 * <p>Each is one class without state; {@code new Sigmoid()} is all it takes, though {@link
 * io.nabla.activations.LeakyRelu} and {@link io.nabla.activations.Elu} take a number if told to. NaN comes out as NaN.
 * {@link io.nabla.activations.ActivationsModule} binds them for those who look them up by name. {@link
 * io.nabla.activations.Activations} makes others from a formula alone.
 */
package io.nabla.activations;
