/**
 * Kernels on the JDK's Vector API, with the bits of the plain kernels at every vector width.
 *
 * <p>Which class computes what: {@code Tiles} the large products, {@code Strips} those with few rows, {@code Steps} a step of
 * gradient descent on few rows, {@code Columns} a single column, {@code Functions} what goes element by element, {@code Convolved},
 * {@code ConvolvedGradient} and {@code MaxPools} the layers for images.
 *
 * <p><strong>Where vectors may stand.</strong> A vector is only fast while the JIT compiler (C2) keeps it in a register; once it
 * gives up on a method, every vector in it becomes an object, and the method ten times slower. Five habits keep it from that:
 *
 * <ul>
 *   <li>Vectors stay local: no method of ours takes or gives one.
 *   <li>A loop over vectors stands in a method of more than 325 bytecodes, or is called only from such. These are not inlined, so
 *       that the Vector API's own calls never get deeper than the 15 levels at which inlining ends.
 *   <li>A method has at most about 90 vector operations: the compiler inlines them last, up to a limit of nodes.
 *   <li>Sums that live through a loop start from an array, each from a place of its own, and the receiver of an operation is a
 *       vector made right there.
 *   <li>A vector that was just read, or lived through a loop, is not stored as it is, but as what {@code zero.add(it)} gives: JDK 17
 *       makes an object of it otherwise.
 * </ul>
 */
package io.nabla.simd;
