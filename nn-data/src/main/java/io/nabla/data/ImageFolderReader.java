package io.nabla.data;

import io.nabla.api.Spelling;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads PNG images from a folder that has a folder for each class: {@code folder/class/any-name.png}.
 *
 * <p>Classes stand in the order of the alphabet, and so do the images of each class. All images have one size. Hidden files and folders
 * are passed over; anything else beside the images is refused, since it may be an image in another format. Pixels of 16 bits are
 * rounded to 8, and transparent ones are refused.
 *
 * <p>Files are not trusted: all headers are read before the first image is decoded, and what they promise is held against the
 * limits.
 *
 * <pre>{@code
 * ImageFolderReader reader = new ImageFolderReader(ImageColor.RGB);
 * ImageFolder training = reader.read(Path.of("flowers/training"));
 * ImageFolder test = reader.read(Path.of("flowers/test"), training.classes());
 * Dataset data = training.dataset();                       // 3×32×32 inputs
 * }</pre>
 */
public final class ImageFolderReader {
    private static final int LONGEST_SIDE = 10_000;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final int MOST_CLASSES = 256;

    private final ImageColor color;
    private final long memoryLimit;

    /** A reader that takes images of up to three quarters of the memory that the JVM may use. */
    public ImageFolderReader(ImageColor color) {
        this(color, Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /**
     * A reader with its own limit.
     *
     * @param memoryLimit the largest set that is read, in bytes of pixels; 2 GiB are the limit in any case
     */
    public ImageFolderReader(ImageColor color, long memoryLimit) {
        this.color = Objects.requireNonNull(color, "color");
        this.memoryLimit = Math.min(memoryLimit, LARGEST_ARRAY);
    }

    /**
     * Reads the images of all classes that are there.
     *
     * @return the images in the order of their classes and names, and the classes' names
     * @throws DataFormatException if there are fewer than two classes or more than 256, a class is empty, an image is broken or has
     *     another size than the first, or something else is there
     * @throws IOException if a file is missing or cannot be read
     */
    public ImageFolder read(Path folder) throws IOException {
        List<Path> classFolders = classFolders(folder);
        if (classFolders.size() < 2 || classFolders.size() > MOST_CLASSES) {
            throw new DataFormatException(
                    folder,
                    "has " + classFolders.size() + " folders; it needs one for each class, 2 to " + MOST_CLASSES);
        }
        return read(
                folder,
                classFolders,
                classFolders.stream().map(ImageFolderReader::name).toList());
    }

    /**
     * Reads the images of classes that are known from another folder, such as those of a test set.
     *
     * @param classes the names of the classes in the order of their labels; a class may have no folder here
     * @return the images in the order of the classes of this folder, and the same classes
     * @throws DataFormatException if there is a folder of another name, or as in {@link #read(Path)}
     * @throws IOException if a file is missing or cannot be read
     * @throws IllegalArgumentException if there are no classes or more than 256
     */
    public ImageFolder read(Path folder, List<String> classes) throws IOException {
        if (classes.isEmpty() || classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException("1 to " + MOST_CLASSES + " classes can be, not " + classes.size());
        }
        List<Path> classFolders = classFolders(folder);
        for (Path classFolder : classFolders) {
            if (!classes.contains(name(classFolder))) {
                throw new DataFormatException(
                        classFolder, "is the folder of no known class" + Spelling.hint(name(classFolder), classes));
            }
        }
        if (classFolders.isEmpty()) {
            throw new DataFormatException(folder, "has no folder of a class");
        }
        return read(folder, classFolders, classes);
    }

    private ImageFolder read(Path folder, List<Path> classFolders, List<String> classes) throws IOException {
        List<PngFile> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        Path first = null;
        for (Path classFolder : classFolders) {
            for (Path file : images(classFolder)) {
                PngFile image = PngFile.open(file, LONGEST_SIDE);
                image.checkSize(color, Runtime.getRuntime().maxMemory() / 4 * 3);
                first = first == null ? file : first;
                checkSize(first, files.isEmpty() ? image : files.get(0), file, image);
                files.add(image);
                labels.add(classes.indexOf(name(classFolder)));
            }
        }
        int height = files.get(0).height();
        int width = files.get(0).width();
        long each = (long) color.channels() * height * width;
        if (each * files.size() > memoryLimit) {
            throw new DataFormatException(
                    folder,
                    files.size() + " images of " + height + " x " + width + " pixels and " + color.channels()
                            + " channels need " + each * files.size() + " bytes, more than the limit of "
                            + memoryLimit);
        }
        byte[] pixels = new byte[(int) each * files.size()];
        byte[] labelBytes = new byte[files.size()];
        for (int i = 0; i < labelBytes.length; i++) {
            files.get(i).copyPixels(color, pixels, i * (int) each);
            labelBytes[i] = labels.get(i).byteValue();
        }
        return new ImageFolder(
                LabelledImages.owning(pixels, labelBytes, color.channels(), height, width, classes.size()), classes);
    }

    private static void checkSize(Path firstFile, PngFile first, Path file, PngFile image) throws DataFormatException {
        if (image.height() != first.height() || image.width() != first.width()) {
            throw new DataFormatException(
                    file,
                    "has " + image.height() + " x " + image.width() + " pixels, but " + firstFile + " has "
                            + first.height() + " x " + first.width() + "; bring all images to one size");
        }
    }

    private static List<Path> classFolders(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new FileNotFoundException(folder + ": no such folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new DataFormatException(folder, "is a file, not a folder with a folder for each class");
        }
        List<Path> folders = visible(folder);
        for (Path path : folders) {
            if (!Files.isDirectory(path)) {
                throw new DataFormatException(
                        path, "is no folder; beside the folders of the classes nothing else can be, take it away");
            }
        }
        return folders;
    }

    private static List<Path> images(Path classFolder) throws IOException {
        List<Path> files = visible(classFolder);
        if (files.isEmpty()) {
            throw new DataFormatException(classFolder, "has no image; put some in, or take the folder away");
        }
        for (Path file : files) {
            if (Files.isDirectory(file) || !name(file).toLowerCase(Locale.ROOT).endsWith(".png")) {
                throw new DataFormatException(file, "is no file of the name *.png; convert it to PNG or take it away");
            }
        }
        return files;
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> visible = new ArrayList<>();
            for (Path path : (Iterable<Path>) entries::iterator) {
                if (!Files.isHidden(path) && !name(path).startsWith(".")) {
                    visible.add(path);
                }
            }
            visible.sort(Comparator.comparing(ImageFolderReader::name));
            return visible;
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
