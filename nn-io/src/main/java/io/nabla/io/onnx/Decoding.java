package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import io.nabla.io.onnx.Attribute.Constant;
import io.nabla.io.onnx.Attribute.Other;
import io.nabla.io.onnx.Attribute.Real;
import io.nabla.io.onnx.Attribute.Text;
import io.nabla.io.onnx.Attribute.Whole;
import io.nabla.io.onnx.Attribute.Wholes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the messages of ONNX to the records; {@link Encoding} is the way back.
 *
 * <p>The file is not trusted: lists have bounds, a shape is multiplied out without overflow and agrees with its data, and what
 * is not known is passed over where that changes nothing, and refused where it does. Messages are not followed deeper than the records
 * go, and the data of tensors stays where it is, so little is made of much.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3">the messages and the numbers of their fields</a>
 */
final class Decoding {
    /** The most nodes, constants and texts that are read. */
    private static final int MANY = 10_000;

    /** The most inputs, outputs, attributes of a node and numbers of an attribute that are read. */
    private static final int FEW = 64;

    private static final int MAX_DIMENSIONS = 8;

    /** The most things that stand in any of these lists, all together: each takes more memory than it has bytes in the file. */
    private static final int MAX_THINGS = 1 << 18;

    private static final int MAX_TEXT = 1 << 20;

    private final Path file;
    private int nodes;
    private int tensors;
    private int things;

    private Decoding(Path file) {
        this.file = file;
    }

    /** The model that a whole file is. */
    static OnnxModel model(Path file, ByteBuffer bytes) throws ModelFormatException {
        return new Decoding(file).model(new ProtoReader(file, bytes));
    }

    private OnnxModel model(ProtoReader in) throws ModelFormatException {
        boolean isModel = false;
        long opset = 0;
        String producer = "";
        String version = "";
        Map<String, String> texts = new LinkedHashMap<>();
        Graph graph = null;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> isModel = in.whole() > 0;
                case 2 -> producer = in.text();
                case 3 -> version = in.text();
                case 7 -> graph = once(graph, graph(in.message()), in, "graph");
                case 8 -> opset = Math.max(opset, opset(in.message()));
                case 14 -> text(in, texts);
                case 25 -> throw in.wrong("the model has functions of its own, which are not read; export it without");
                default -> in.skip();
            }
        }
        if (!isModel || graph == null || opset == 0) {
            throw new ModelFormatException(
                    file,
                    0,
                    "is no ONNX model: it has no "
                            + (!isModel ? "version" : graph == null ? "graph" : "version of ONNX's operators"));
        }
        return new OnnxModel(opset, (producer + " " + version).strip(), texts, graph);
    }

    private static <T> T once(T before, T now, ProtoReader in, String what) throws ModelFormatException {
        if (before != null) {
            throw in.wrong("a second " + what + " is there");
        }
        return now;
    }

    /** The version of ONNX's own operators; 0 for those of others, which are refused where a node names them. */
    private static long opset(ProtoReader in) throws ModelFormatException {
        String domain = "";
        long version = 0;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> domain = in.text();
                case 2 -> version = in.whole();
                default -> in.skip();
            }
        }
        return domain.isEmpty() || domain.equals("ai.onnx") ? Math.max(0, version) : 0;
    }

    /** Only Nabla's own texts are kept: others may be many and long. */
    private void text(ProtoReader in, Map<String, String> texts) throws ModelFormatException {
        ProtoReader entry = in.message();
        String key = "";
        String value = "";
        while (entry.next()) {
            switch (entry.field()) {
                case 1 -> key = entry.text(MAX_TEXT);
                case 2 -> {
                    if (key.startsWith(Texts.PREFIX)) {
                        value = entry.text(MAX_TEXT);
                    } else {
                        entry.skip();
                    }
                }
                default -> entry.skip();
            }
        }
        if (key.startsWith(Texts.PREFIX)) {
            bounded(in, texts.size(), FEW, "texts");
            texts.put(key, value);
        }
    }

    private Graph graph(ProtoReader in) throws ModelFormatException {
        List<Node> allNodes = new ArrayList<>();
        List<Tensor> constants = new ArrayList<>();
        List<GraphValue> inputs = new ArrayList<>();
        List<GraphValue> outputs = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> allNodes.add(node(in));
                case 5 -> constants.add(tensor(in));
                case 11 -> {
                    bounded(in, inputs.size(), MANY, "inputs of a graph");
                    inputs.add(value(in));
                }
                case 12 -> {
                    bounded(in, outputs.size(), FEW, "outputs of a graph");
                    outputs.add(value(in));
                }
                case 15 ->
                    throw in.wrong("the model has sparse tensors, which are not read; export it with dense ones");
                default -> in.skip();
            }
        }
        return new Graph(inputs, outputs, allNodes, constants);
    }

    private Node node(ProtoReader field) throws ModelFormatException {
        bounded(field, nodes++, MANY, "nodes");
        long position = field.position();
        ProtoReader in = field.message();
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        String name = "";
        String operator = "";
        String domain = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> {
                    bounded(in, inputs.size(), FEW, "inputs of a node");
                    inputs.add(in.text());
                }
                case 2 -> {
                    bounded(in, outputs.size(), FEW, "outputs of a node");
                    outputs.add(in.text());
                }
                case 3 -> name = in.text();
                case 4 -> operator = in.text();
                case 5 -> {
                    bounded(in, attributes.size(), FEW, "attributes of a node");
                    attribute(in, attributes);
                }
                case 7 -> domain = in.text();
                default -> in.skip();
            }
        }
        return new Node(operator, domain.equals("ai.onnx") ? "" : domain, name, inputs, outputs, attributes, position);
    }

    private void attribute(ProtoReader field, Map<String, Attribute> attributes) throws ModelFormatException {
        ProtoReader in = field.message();
        String name = "";
        long type = 0;
        Attribute value = null;
        List<Long> wholes = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.text();
                case 2 -> value = new Real(in.number());
                case 3 -> value = new Whole(in.whole());
                case 4 -> value = new Text(in.text(MAX_TEXT));
                case 5 -> value = new Constant(tensor(in));
                case 8 -> wholes(in, wholes, FEW, "numbers of an attribute");
                case 20 -> type = in.whole();
                default -> in.skip();
            }
        }
        if (type == 7 || (value == null && !wholes.isEmpty())) {
            value = new Wholes(wholes);
        }
        if (attributes.put(name, value == null ? ofDefault(type) : value) != null) {
            throw field.wrong("attribute " + quoted(name) + " is there twice");
        }
    }

    /** A field that holds zero or nothing may have been left out. */
    private static Attribute ofDefault(long type) {
        return switch ((int) Math.min(type, 4)) {
            case 1 -> new Real(0);
            case 2 -> new Whole(0);
            case 3 -> new Text("");
            default -> new Other(type);
        };
    }

    /** Whole numbers, each a field of its own or many packed into one. */
    private void wholes(ProtoReader in, List<Long> numbers, int most, String what) throws ModelFormatException {
        if (!in.isBytes()) {
            bounded(in, numbers.size(), most, what);
            numbers.add(in.whole());
            return;
        }
        ProtoReader packed = in.message();
        while (packed.hasRemaining()) {
            bounded(in, numbers.size(), most, what);
            numbers.add(packed.varint());
        }
    }

    private Tensor tensor(ProtoReader field) throws ModelFormatException {
        bounded(field, tensors++, 2 * MANY, "tensors");
        long position = field.position();
        ProtoReader in = field.message();
        List<Long> dimensions = new ArrayList<>();
        String name = "";
        long type = 0;
        ByteBuffer data = null;
        ProtoReader varints = null;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> wholes(in, dimensions, MAX_DIMENSIONS, "dimensions of a tensor");
                case 2 -> type = in.whole();
                case 4, 9, 10 -> data = once(data, in.bytes(), in, "list of numbers in a tensor");
                case 5, 7 -> {
                    if (!in.isBytes()) {
                        throw in.wrong("a tensor has numbers one by one, which are not read; save it with raw data");
                    }
                    varints = once(varints, in.message(), in, "list of numbers in a tensor");
                }
                case 8 -> name = in.text();
                case 13 -> throw external(field);
                case 14 -> {
                    if (in.whole() != 0) {
                        throw external(field);
                    }
                }
                default -> in.skip();
            }
        }
        String called = "tensor " + quoted(name);
        long code = type;
        ElementType elements = ElementType.of(type)
                .orElseThrow(() -> field.wrong(called + " holds elements of ONNX's type " + code
                        + ", which are not read; export floats or doubles"));
        long size = size(field, called, dimensions);
        if (varints != null) {
            data = elements.isFloating() ? null : decoded(varints, elements, size, called);
        } else if (data == null) {
            data = ByteBuffer.allocate(0);
        }
        if (data == null || size * elements.bytes() != data.remaining()) {
            throw field.wrong(
                    called + " of " + elements + " and shape " + dimensions + " has " + size * elements.bytes()
                            + " bytes, but " + (data == null ? "none" : data.remaining()) + " are there");
        }
        return new Tensor(name, elements, dimensions, data, position);
    }

    private static ModelFormatException external(ProtoReader field) {
        return field.wrong(
                "the numbers of a tensor stand in another file, which is not read; save the model in one file"
                        + " (torch.onnx.export(..., external_data=False), onnx.save_model(...))");
    }

    /** How many elements a shape has; at most as many as a file can hold. */
    private static long size(ProtoReader field, String called, List<Long> dimensions) throws ModelFormatException {
        long size = 1;
        for (long dimension : dimensions) {
            if (dimension < 0 || (dimension > 0 && size > Integer.MAX_VALUE / dimension)) {
                throw field.wrong(called + " has a shape of " + dimensions + ", which no file can hold");
            }
            size *= dimension;
        }
        return size;
    }

    /** Numbers that are written in groups of seven bits, as a tensor keeps them; a byte each at least, so not many of few. */
    private static ByteBuffer decoded(ProtoReader varints, ElementType type, long size, String called)
            throws ModelFormatException {
        if (size > FEW) {
            throw varints.wrong(called + " has " + size + " whole numbers; at most " + FEW + " are read");
        }
        ByteBuffer data = ByteBuffer.allocate((int) size * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        while (varints.hasRemaining() && data.hasRemaining()) {
            long number = varints.varint();
            switch (type) {
                case INT32 -> data.putInt((int) number);
                case BOOL -> data.put((byte) number);
                default -> data.putLong(number);
            }
        }
        if (varints.hasRemaining() || data.hasRemaining()) {
            throw varints.wrong(called + " has other than the " + size + " numbers of its shape");
        }
        return data.flip();
    }

    private GraphValue value(ProtoReader field) throws ModelFormatException {
        ProtoReader in = field.message();
        String name = "";
        long type = 0;
        List<Long> dimensions = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.text();
                case 2 -> type = type(in.message(), dimensions);
                default -> in.skip();
            }
        }
        return new GraphValue(name, type, dimensions, field.position());
    }

    /** The type of the elements; 0 for what is no tensor. */
    private long type(ProtoReader in, List<Long> dimensions) throws ModelFormatException {
        long type = 0;
        while (in.next()) {
            if (in.field() != 1) {
                in.skip();
                continue;
            }
            ProtoReader tensor = in.message();
            while (tensor.next()) {
                switch (tensor.field()) {
                    case 1 -> type = tensor.whole();
                    case 2 -> shape(tensor.message(), dimensions);
                    default -> tensor.skip();
                }
            }
        }
        return type;
    }

    private void shape(ProtoReader in, List<Long> dimensions) throws ModelFormatException {
        while (in.next()) {
            if (in.field() != 1) {
                in.skip();
                continue;
            }
            bounded(in, dimensions.size(), MAX_DIMENSIONS, "dimensions");
            ProtoReader dimension = in.message();
            long size = GraphValue.ANY;
            while (dimension.next()) {
                if (dimension.field() == 1) {
                    size = dimension.whole();
                } else {
                    dimension.skip();
                }
            }
            dimensions.add(size < 1 ? GraphValue.ANY : size);
        }
    }

    private void bounded(ProtoReader in, int there, int most, String what) throws ModelFormatException {
        if (++things > MAX_THINGS) {
            throw in.wrong("there are more than " + MAX_THINGS + " nodes, names, attributes and dimensions together");
        }
        if (there >= most) {
            throw in.wrong("there are more than " + most + " " + what);
        }
    }

    /** A name for a message, which a hostile file cannot make long or spread over lines. */
    static String quoted(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() <= 60 ? line : line.substring(0, 60) + "...") + "'";
    }
}
