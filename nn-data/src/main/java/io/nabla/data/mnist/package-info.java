/**
 * The MNIST database of handwritten digits: found in a folder, or downloaded into one.
 *
 * <p>60,000 training and 10,000 test images of 28 x 28 pixels, digits 0 to 9; white (255) on black (0), each digit fitted
 * in a 20 x 20 box and centred by its centre of mass.
 */
package io.nabla.data.mnist;
