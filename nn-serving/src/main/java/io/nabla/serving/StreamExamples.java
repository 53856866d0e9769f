package io.nabla.serving;

import io.nabla.data.DataFormatException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The examples of a stream, by way of a temporary file, since readers take files alone. */
final class StreamExamples {
    private static final int PNG = 0x89504E47;
    private static final int GZIP = 0x1F8B;

    private StreamExamples() {}

    static Examples read(String name, InputStream in, ServedModel model) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(in);
        checkBegin(name, begin(stream), model);
        Path copy = Files.createTempFile("nabla", ".stream");
        try {
            Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
            return Examples.read(copy, name, model);
        } catch (DataFormatException e) {
            String said = e.getMessage();
            int at = said.indexOf(copy.toString());
            String problem = at < 0 ? said : said.substring(at + copy.toString().length());
            throw new DataFormatException(Path.of(name), problem.replaceFirst("^[:,] ", ""), e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** The first four bytes, which stay in the stream; -1 behind its end. */
    private static int[] begin(BufferedInputStream stream) throws IOException {
        int[] first = new int[4];
        stream.mark(first.length);
        for (int i = 0; i < first.length; i++) {
            first[i] = stream.read();
        }
        stream.reset();
        return first;
    }

    private static void checkBegin(String name, int[] first, ServedModel model) throws DataFormatException {
        if (first[0] < 0) {
            throw new DataFormatException(
                    Path.of(name),
                    "is empty; the model takes " + model.preprocessing().wanted());
        }
        boolean isPng = (first[0] << 24 | first[1] << 16 | first[2] << 8 | first[3]) == PNG;
        boolean isIdx = (first[0] == 0 && first[1] == 0) || (first[0] << 8 | first[1]) == GZIP;
        boolean areImages = model.preprocessing() instanceof Preprocessing.Pixels;
        if (areImages != (isPng || isIdx)) {
            String kind = isPng ? "a PNG image" : isIdx ? "an IDX file" : "a text";
            throw new DataFormatException(
                    Path.of(name),
                    "begins like " + kind + ", but the model takes "
                            + model.preprocessing().wanted());
        }
    }
}
