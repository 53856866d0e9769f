/**
 * Labelled images in memory, and the IDX files that hold them on disk.
 *
 * <p>{@link io.nabla.data.LabelledImages} is the set that everything else reads or makes; {@link
 * io.nabla.data.IdxReader} and {@link io.nabla.data.IdxWriter} move it from and to files in MNIST's own format. A file
 * that is not what it should be is refused with one line in a {@link io.nabla.data.DataFormatException}.
 */
package io.nabla.data;
