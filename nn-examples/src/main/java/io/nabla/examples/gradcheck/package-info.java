/**
 * Chapter 2's two ways to the gradient, side by side: {@code nn gradcheck}.
 *
 * <p>Backpropagation is held against finite differences, which know nothing of derivatives; then the passes and the time are
 * counted that each way takes. Authors of plug-ins check their own activation with it, in a network of any sizes.
 */
package io.nabla.examples.gradcheck;
