package io.nabla.examples.cli;

import io.nabla.core.ExampleOrder;
import io.nabla.core.random.NumpyRandom;
import io.nabla.data.DataFormatException;
import io.nabla.data.ImageDataset;
import io.nabla.data.ImageFolder;
import io.nabla.data.ImageFolderReader;
import io.nabla.data.LabelledImages;
import io.nabla.examples.config.ImageConfig;
import io.nabla.io.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Folders of PNG images, one for each class. */
final class PngImages {
    private PngImages() {}

    /** The images of a run, those for the test from their own folder or drawn at random. */
    static ImageData load(DataSource source, ImageConfig config, int seed) {
        ImageConfig.Pngs pngs = config.pngs().orElseThrow();
        Path folder = config.folder().orElseThrow();
        try {
            ImageFolderReader reader = new ImageFolderReader(pngs.color());
            ImageFolder all = reader.read(folder);
            if (pngs.folder().isEmpty()) {
                return split(source, all, pngs.share(), seed);
            }
            ImageFolder test = reader.read(pngs.folder().get(), all.classes());
            if (!test.images().shape().equals(all.images().shape())) {
                throw new UserError(
                        pngs.folder().get() + " has images of " + test.images().shape() + " numbers, but " + folder
                                + " of " + all.images().shape() + "; bring all to one size");
            }
            return new ImageData(source, all.classes(), all.dataset(), Optional.empty(), test.dataset());
        } catch (DataFormatException | FileNotFoundException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(folder + " cannot be read: " + e, e);
        }
    }

    private static ImageData split(DataSource source, ImageFolder all, Json share, int seed) {
        LabelledImages images = all.images();
        int size = images.size();
        double wanted = share.asNumber("a share", x -> true);
        int test = (int) Math.round(wanted * size);
        if (test == 0 || test == size) {
            throw new UserError(share.place()
                    .say(share.place().name() + " " + wanted + " of " + size + " images is " + test
                            + "; both parts need at least one"));
        }
        ExampleOrder order = ExampleOrder.of(size);
        order.shuffle(new NumpyRandom(seed));
        int[] shuffled = order.toArray();
        return new ImageData(
                source,
                all.classes(),
                new ImageDataset(images.chosen(Arrays.copyOfRange(shuffled, 0, size - test))),
                Optional.empty(),
                new ImageDataset(images.chosen(Arrays.copyOfRange(shuffled, size - test, size))));
    }
}
