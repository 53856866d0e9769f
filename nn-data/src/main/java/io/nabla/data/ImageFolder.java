package io.nabla.data;

import java.util.List;
import java.util.Objects;

/**
 * Images of a folder, with the names of their classes.
 *
 * @param images the images; label i is the class {@code classes.get(i)}
 * @param classes the names, as many as the images have classes
 */
public record ImageFolder(LabelledImages images, List<String> classes) {
    /**
     * Checks that the two belong together.
     *
     * @throws IllegalArgumentException if there are more or fewer names than classes
     */
    public ImageFolder {
        Objects.requireNonNull(images, "images");
        classes = List.copyOf(classes);
        if (images.classes() != classes.size()) {
            throw new IllegalArgumentException("images of " + images.classes() + " classes do not go with "
                    + classes.size() + " names of classes");
        }
    }

    /** The images as a data set: pixels p/256 as inputs, one output per class. */
    public ImageDataset dataset() {
        return new ImageDataset(images);
    }
}
