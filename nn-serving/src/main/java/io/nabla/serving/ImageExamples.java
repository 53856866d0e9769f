package io.nabla.serving;

import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import io.nabla.data.DataFormatException;
import io.nabla.data.ImageColor;
import io.nabla.data.ImageDataset;
import io.nabla.data.LabelledImages;
import io.nabla.data.UnlabelledReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The images of a file: one PNG image, or those of an IDX file, from 1. */
record ImageExamples(String source, ImageDataset images) implements Examples {
    /** What the network takes decides which numbers a pixel becomes. */
    static ImageExamples read(Path file, String source, Shape inputs) throws IOException {
        boolean areImages = inputs.dimensions().size() == 3;
        boolean isColoured = areImages && inputs.dimensions().get(0) == ImageColor.RGB.channels();
        LabelledImages images = new UnlabelledReader(isColoured ? ImageColor.RGB : ImageColor.GREY).read(file);
        if (areImages ? !images.shape().equals(inputs) : images.shape().size() != inputs.size()) {
            throw new DataFormatException(
                    file,
                    "has images of " + images.shape() + " numbers, but the network takes " + inputs
                            + "; bring them to that size");
        }
        return new ImageExamples(source, new ImageDataset(images));
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public String name(int example) {
        return images.size() == 1 ? source : source + ":" + (example + 1);
    }

    @Override
    public void copyInputs(int from, Matrix x) {
        int[] order = IntStream.range(from, from + x.columns()).toArray();
        images.copyExamples(order, 0, x, Matrix.zeros(x.kernels(), 1, x.columns()));
    }

    /** The images are in memory alone. */
    @Override
    public void close() {}
}
