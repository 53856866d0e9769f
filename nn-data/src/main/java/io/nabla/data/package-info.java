/**
 * Labelled images in memory, and the files that hold them on disk.
 *
 * <p>{@link io.nabla.data.LabelledImages} is the set that everything else reads or makes, and {@link io.nabla.data.ImageDataset} what is
 * learned from it. {@link io.nabla.data.IdxReader} and {@link io.nabla.data.IdxWriter} move it from and to files in MNIST's own
 * format, {@link io.nabla.data.ImageFolderReader} reads folders of PNG images, and {@link io.nabla.data.AugmentedImages} makes more
 * images of those that are there. A file that is not what it should be is refused with one line in a {@link
 * io.nabla.data.DataFormatException}.
 */
package io.nabla.data;
