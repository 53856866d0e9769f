/**
 * The rules that Nabla comes with for gradients that are too large.
 *
 * <table>
 * <caption>Clipping</caption>
 * <tr><th>name</th><th>class</th><th>what becomes of g</th></tr>
 * <tr><td>{@code norm}</td><td>{@link io.nabla.clipping.ClipByNorm}</td><td>g · c / ‖g‖ where ‖g‖ &gt; c</td></tr>
 * <tr><td>{@code value}</td><td>{@link io.nabla.clipping.ClipByValue}</td><td>max(-c, min(g, c)) for each number</td></tr>
 * </table>
 */
package io.nabla.clipping;
