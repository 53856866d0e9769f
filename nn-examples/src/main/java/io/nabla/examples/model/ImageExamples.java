package io.nabla.examples.model;

import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import io.nabla.data.DataFormatException;
import io.nabla.data.ImageColor;
import io.nabla.data.ImageDataset;
import io.nabla.data.LabelledImages;
import io.nabla.data.UnlabelledReader;
import io.nabla.examples.cli.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The images of a file: one PNG image, or those of an IDX file, from 1. */
record ImageExamples(Path file, ImageDataset images) implements Examples {
    /**
     * Reads a file for a network.
     *
     * @param inputs what the network takes
     * @throws UserError if it is not there, holds no images, or others than the network takes
     */
    static ImageExamples read(Path file, Shape inputs) {
        boolean areImages = inputs.dimensions().size() == 3;
        boolean isColoured = areImages && inputs.dimensions().get(0) == ImageColor.RGB.channels();
        ImageColor color = isColoured ? ImageColor.RGB : ImageColor.GREY;
        LabelledImages images;
        try {
            images = new UnlabelledReader(color).read(file);
        } catch (DataFormatException | FileNotFoundException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + e, e);
        }
        if (areImages ? !images.shape().equals(inputs) : images.shape().size() != inputs.size()) {
            throw new UserError(file + " has images of " + images.shape() + " numbers, but the network takes " + inputs
                    + "; bring them to that size");
        }
        return new ImageExamples(file, new ImageDataset(images));
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public String name(int example) {
        return images.size() == 1 ? file.toString() : file + ":" + (example + 1);
    }

    @Override
    public void copyInputs(int from, Matrix x) {
        int[] order = IntStream.range(from, from + x.columns()).toArray();
        images.copyExamples(order, 0, x, Matrix.zeros(x.kernels(), 1, x.columns()));
    }
}
