/**
 * Changes of images that leave their class as it is, to learn from more images than there are.
 *
 * <p>An {@link io.nabla.data.augmentation.Augmentation} changes one image; {@code io.nabla.data.AugmentedImages} makes a data set of changed images.
 * Chance comes from a generator that is an argument, and the same numbers give the same bytes on every machine.
 */
package io.nabla.data.augmentation;
