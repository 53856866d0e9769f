package io.nabla.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of a safetensors file, read without trust: nothing that it says is taken before it has been held against the file.
 *
 * <p>Two tensors never share a byte, and no byte belongs to none.
 *
 * @see <a href="https://huggingface.co/docs/safetensors/index#format">the format</a>
 */
final class SafetensorsHeader {
    /** The length of the header is a number of so many bytes. */
    static final int LENGTH_BYTES = Long.BYTES;

    /** The longest header that is read. */
    static final int MAX_BYTES = 1 << 24;

    private static final int MAX_TENSORS = 10_000;
    private static final int MAX_TEXTS = 1_000;
    private static final int MAX_DIMENSIONS = 8;
    private static final String METADATA = "__metadata__";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxNumberLength(30)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final Path file;
    private final long dataBytes;
    private final JsonParser parser;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

    private SafetensorsHeader(Path file, long dataBytes, JsonParser parser) {
        this.file = file;
        this.dataBytes = dataBytes;
        this.parser = parser;
    }

    /**
     * The header in these bytes.
     *
     * @param dataBytes how many bytes follow it in the file
     */
    static SafetensorsHeader parse(Path file, byte[] json, long dataBytes) throws IOException {
        checkText(file, json);
        try (JsonParser parser = FACTORY.createParser(json)) {
            SafetensorsHeader header = new SafetensorsHeader(file, dataBytes, parser);
            header.read();
            header.checkLayout();
            return header;
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new ModelFormatException(
                    file,
                    LENGTH_BYTES + at,
                    "the header is not JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    /** The parser would guess other encodings than UTF-8, all of which show by a first byte that is no brace, or by a zero. */
    private static void checkText(Path file, byte[] json) throws ModelFormatException {
        if (json[0] != '{') {
            throw new ModelFormatException(
                    file, LENGTH_BYTES, "the header is no JSON object: it does not begin with {");
        }
        for (int i = 0; i < json.length; i++) {
            if (json[i] == 0) {
                throw new ModelFormatException(
                        file, (long) LENGTH_BYTES + i, "the header has a zero byte, which is no JSON");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(file, LENGTH_BYTES, "the header is not UTF-8", e);
        }
    }

    Map<String, String> metadata() {
        return metadata;
    }

    Map<String, TensorInfo> tensors() {
        return tensors;
    }

    private void read() throws IOException {
        parser.nextToken();
        boolean metadataSeen = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (name.equals(METADATA)) {
                if (metadataSeen) {
                    throw wrong(METADATA + " is there twice");
                }
                metadataSeen = true;
                readMetadata();
            } else {
                if (tensors.containsKey(name)) {
                    throw wrong("tensor " + quoted(name) + " is there twice");
                }
                if (tensors.size() == MAX_TENSORS) {
                    throw wrong("there are more than " + MAX_TENSORS + " tensors");
                }
                tensors.put(name, readTensor(name));
            }
        }
        if (parser.nextToken() != null) {
            throw wrong("something follows behind the header's JSON object");
        }
    }

    private void readMetadata() throws IOException {
        expect(JsonToken.START_OBJECT, METADATA + " is an object of texts");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (metadata.containsKey(key)) {
                throw wrong(quoted(key) + " is in " + METADATA + " twice");
            }
            if (metadata.size() == MAX_TEXTS) {
                throw wrong(METADATA + " has more than " + MAX_TEXTS + " texts");
            }
            expect(JsonToken.VALUE_STRING, METADATA + " holds texts alone");
            metadata.put(key, parser.getText());
        }
    }

    private TensorInfo readTensor(String name) throws IOException {
        long position = here();
        String tensor = "tensor " + quoted(name);
        expect(JsonToken.START_OBJECT, tensor + " is an object");
        Set<String> seen = new HashSet<>();
        TensorType type = null;
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (!seen.add(key)) {
                throw wrong(tensor + " has " + quoted(key) + " twice");
            }
            switch (key) {
                case "dtype" -> type = readType(tensor);
                case "shape" -> shape = readNumbers(tensor + " has a shape", MAX_DIMENSIONS);
                case "data_offsets" -> offsets = readNumbers(tensor + " has offsets", 2);
                default -> throw wrong(tensor + " has an unknown key " + quoted(key));
            }
        }
        if (type == null || !seen.contains("shape") || offsets.size() != 2) {
            throw new ModelFormatException(
                    file,
                    position,
                    tensor + " needs a dtype, a shape and two data_offsets; it has " + new ArrayList<>(seen));
        }
        TensorInfo info = new TensorInfo(name, type, shape, offsets.get(0), offsets.get(1), position);
        checkSize(info, tensor);
        return info;
    }

    private TensorType readType(String tensor) throws IOException {
        expect(JsonToken.VALUE_STRING, tensor + " has a text as its dtype");
        String name = parser.getText();
        for (TensorType type : TensorType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw wrong(tensor + " is of type " + quoted(name) + ", which is not read; have F32, F64, I64");
    }

    private List<Long> readNumbers(String what, int most) throws IOException {
        expect(JsonToken.START_ARRAY, what + ", which is a list");
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean isWhole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != NumberType.BIG_INTEGER;
            if (!isWhole || parser.getLongValue() < 0) {
                throw wrong(what + ", a list of whole numbers from 0 to " + Long.MAX_VALUE);
            }
            if (numbers.size() == most) {
                throw wrong(what + " of more than " + most + " numbers");
            }
            numbers.add(parser.getLongValue());
        }
        return numbers;
    }

    private void checkSize(TensorInfo tensor, String name) throws ModelFormatException {
        if (tensor.begin() > tensor.end() || tensor.end() > dataBytes) {
            throw new ModelFormatException(
                    file,
                    tensor.position(),
                    name + " lies from " + tensor.begin() + " to " + tensor.end()
                            + ", but the numbers in the file have " + dataBytes + " bytes");
        }
        long bytes = tensor.type().precision().bytes();
        try {
            for (long dimension : tensor.shape()) {
                bytes = Math.multiplyExact(bytes, dimension);
            }
        } catch (ArithmeticException e) {
            throw new ModelFormatException(
                    file,
                    tensor.position(),
                    name + " has a shape of " + tensor.shape() + ", too large for any file",
                    e);
        }
        if (bytes != tensor.end() - tensor.begin()) {
            throw new ModelFormatException(
                    file,
                    tensor.position(),
                    name + " of " + tensor.type() + " and shape " + tensor.shape() + " has " + bytes
                            + " bytes, but lies from " + tensor.begin() + " to " + tensor.end());
        }
    }

    private void checkLayout() throws ModelFormatException {
        List<TensorInfo> inOrder = new ArrayList<>(tensors.values());
        inOrder.sort(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
        long end = 0;
        for (TensorInfo tensor : inOrder) {
            if (tensor.begin() != end) {
                throw new ModelFormatException(
                        file,
                        tensor.position(),
                        "tensor " + quoted(tensor.name()) + " begins at " + tensor.begin()
                                + (tensor.begin() < end
                                        ? ", in the midst of the one before, which ends at "
                                        : ", but the one before ends at ")
                                + end + "; tensors follow each other without gaps");
            }
            end = tensor.end();
        }
        if (end != dataBytes) {
            throw new ModelFormatException(
                    file,
                    LENGTH_BYTES,
                    "the tensors end at " + end + ", but the numbers in the file have " + dataBytes + " bytes");
        }
    }

    private void expect(JsonToken token, String wanted) throws IOException {
        if (parser.nextToken() != token) {
            throw wrong(wanted + ", but it is not");
        }
    }

    private ModelFormatException wrong(String problem) {
        return new ModelFormatException(file, here(), problem);
    }

    private long here() {
        return LENGTH_BYTES + Math.max(0, parser.currentTokenLocation().getByteOffset());
    }

    /** A name for a message, which a hostile file cannot make long or spread over lines. */
    static String quoted(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() <= 60 ? line : line.substring(0, 60) + "...") + "'";
    }
}
