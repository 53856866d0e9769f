/**
 * The SPIs of Nabla and the value types that they mention.
 *
 * <p>Public names are the field's whole words; the bodies of the maths keep the notation of Michael Nielsen's book
 * "Neural Networks and Deep Learning" (chapter 2):
 *
 * <table>
 * <caption>Glossary</caption>
 * <tr><th>here</th><th>in the book</th><th>meaning</th></tr>
 * <tr><td>{@code w}, {@code b}</td><td>w, b</td><td>weights (outputs × inputs) and biases (outputs × 1) of a layer</td></tr>
 * <tr><td>{@code z}</td><td>z = w·a + b</td><td>weighted input of a layer, one column per example</td></tr>
 * <tr><td>{@code a}</td><td>a = σ(z)</td><td>activation of a layer, one column per example</td></tr>
 * <tr><td>{@code x}, {@code y}</td><td>x, y</td><td>input and wanted output, one column per example</td></tr>
 * <tr><td>{@code sigma}</td><td>σ</td><td>activation function</td></tr>
 * <tr><td>{@code delta}</td><td>δ = ∂C/∂z</td><td>error of a layer</td></tr>
 * <tr><td>{@code nabla}</td><td>∇C (nabla_w, nabla_b)</td><td>gradient of the cost by the parameters, summed over a mini-batch</td></tr>
 * <tr><td>{@code eta}</td><td>η</td><td>learning rate</td></tr>
 * <tr><td>{@code lambda}</td><td>λ</td><td>regularization parameter</td></tr>
 * <tr><td>{@code m}, {@code n}</td><td>m, n</td><td>number of examples in a mini-batch, in the training set</td></tr>
 * <tr><td>BP1 to BP4</td><td>BP1 to BP4</td><td>the four equations of backpropagation</td></tr>
 * </table>
 *
 * <p>The four equations, with ⊙ for the product element by element:
 *
 * <ul>
 *   <li>BP1: δ<sup>L</sup> = ∇<sub>a</sub>C ⊙ σ′(z<sup>L</sup>), in {@link io.nabla.api.Cost#delta};
 *   <li>BP2: δ<sup>l</sup> = ((w<sup>l+1</sup>)ᵀ δ<sup>l+1</sup>) ⊙ σ′(z<sup>l</sup>), in
 *       {@link io.nabla.api.Layer#backpropagate} followed by {@link io.nabla.api.Activation#backward};
 *   <li>BP3: ∂C/∂b = δ, and BP4: ∂C/∂w = δ aᵀ, in {@link io.nabla.api.Layer#gradient}.
 * </ul>
 */
package io.nabla.api;
