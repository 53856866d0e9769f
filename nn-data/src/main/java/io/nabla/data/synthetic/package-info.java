/**
 * Handwritten digits made from a seed: data for a first training run with no file and no network.
 *
 * <p>The way of one digit: {@code DigitStyles} says which strokes it has, {@code Hand} how this writer varies them,
 * {@code Stroke} makes smooth lines of them, {@code Distortion} slants and bends the whole, {@code Pen} draws it and
 * {@code Canvas} centres it as MNIST does. Every number comes from a {@code RandomStream}, in exactly rounded arithmetic:
 * the same seed gives the same bytes on every machine.
 */
package io.nabla.data.synthetic;
