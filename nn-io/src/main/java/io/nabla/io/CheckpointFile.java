package io.nabla.io;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.State;
import io.nabla.core.Checkpoint;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A checkpoint in a file: safetensors that ends with the SHA-256 of all bytes before, so that any damage is found.
 *
 * <p>Matrices of the state are tensors of two dimensions in the precision of the run, and its numbers lists of doubles, by the names that
 * they have in the {@link Checkpoint}; so Python reads them too.
 *
 * <pre>{@code
 * CheckpointFile.write(path, checkpoint, Map.of("started", "on Monday"));
 * Checkpoint checkpoint = CheckpointFile.read(path).checkpoint();
 * }</pre>
 *
 * @param checkpoint where the run stands
 * @param notes texts that whoever wrote it wanted to be kept with it
 */
public record CheckpointFile(Checkpoint checkpoint, Map<String, String> notes) {
    private static final String FORMAT = "format";
    private static final String NABLA = "nabla-checkpoint";
    private static final String VERSION = "format-version";
    private static final String THIS_VERSION = "1";
    private static final String SETTINGS = "settings";
    private static final String NOTES = "notes";
    private static final long HEADER = SafetensorsHeader.LENGTH_BYTES;

    /** Keeps its own copy of the notes. */
    public CheckpointFile {
        Objects.requireNonNull(checkpoint, "checkpoint");
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /**
     * Writes a checkpoint, replacing a file of the same name once the new one is whole and on the disk.
     *
     * @throws IllegalArgumentException if it holds more matrices or longer texts than are read again
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Checkpoint checkpoint, Map<String, String> notes) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FORMAT, NABLA);
        texts.put(VERSION, THIS_VERSION);
        texts.put(SETTINGS, json(checkpoint.settings()).write());
        texts.put(NOTES, json(notes).write());
        State state = checkpoint.state();
        List<NamedMatrix> tensors = new ArrayList<>();
        state.matrices().forEach((name, matrix) -> tensors.add(new NamedMatrix(name, matrix, false)));
        Kernels doubles = PlainKernels.of(Precision.DOUBLE);
        for (String name : state.numbers()) {
            tensors.add(new NamedMatrix(name, Matrix.column(doubles, state.numbers(name)), true));
        }
        SafetensorsWriter.writeSealed(file, texts, tensors);
    }

    private static JsonObject json(Map<String, String> texts) {
        Map<String, Json> members = new LinkedHashMap<>();
        texts.forEach((key, text) -> members.put(key, new JsonText(Place.named(key), text)));
        return new JsonObject(Place.named(""), members);
    }

    /**
     * Reads a checkpoint; its matrices have plain kernels.
     *
     * @throws ModelFormatException if the file is no checkpoint, or damaged
     * @throws IOException if the file cannot be read
     */
    public static CheckpointFile read(Path file) throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            Map<String, String> texts = tensors.metadata();
            if (!NABLA.equals(texts.get(FORMAT))) {
                throw new ModelFormatException(file, HEADER, "is no checkpoint of a run");
            }
            Seal.check(file);
            if (!THIS_VERSION.equals(texts.get(VERSION))) {
                throw new ModelFormatException(
                        file,
                        HEADER,
                        "is a checkpoint of format version "
                                + SafetensorsHeader.quoted(String.valueOf(texts.get(VERSION)))
                                + ", but this program reads version " + THIS_VERSION + "; take the one that wrote it");
            }
            try {
                return new CheckpointFile(
                        new Checkpoint(state(file, tensors), texts(texts, SETTINGS)), texts(texts, NOTES));
            } catch (IllegalArgumentException e) {
                throw new ModelFormatException(file, HEADER, e.getMessage(), e);
            }
        }
    }

    private static Map<String, String> texts(Map<String, String> all, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonReader.parse(key, all.getOrDefault(key, ""))
                .members()
                .forEach((name, value) -> texts.put(name, value.asText()));
        return texts;
    }

    private static State state(Path file, SafetensorsFile tensors) throws IOException {
        State state = State.empty();
        for (TensorInfo tensor : tensors.tensors()) {
            if (tensor.name().equals(Seal.NAME)) {
                continue;
            }
            List<Long> shape = tensor.shape();
            if (shape.isEmpty() || shape.size() > 2 || shape.stream().anyMatch(n -> n > Integer.MAX_VALUE)) {
                throw new ModelFormatException(
                        file,
                        tensor.position(),
                        "tensor " + SafetensorsHeader.quoted(tensor.name()) + " has the shape " + shape
                                + "; a checkpoint has lists and matrices");
            }
            int rows = shape.get(0).intValue();
            int columns = shape.size() == 1 ? 1 : shape.get(1).intValue();
            Matrix matrix = Matrix.zeros(PlainKernels.of(tensor.type().precision()), rows, columns);
            tensors.readAnything(tensor.name(), matrix);
            state = shape.size() == 1 ? state.with(tensor.name(), numbers(matrix)) : state.with(tensor.name(), matrix);
        }
        return state;
    }

    private static double[] numbers(Matrix list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i);
        }
        return numbers;
    }
}
