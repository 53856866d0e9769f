package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a network is made of, layer by layer, to be printed.
 *
 * <pre>{@code
 * String table = NetworkSummary.of(network).toString();
 * }</pre>
 *
 * <pre>
 * layer  kind   activation  outputs  parameters   bytes
 *     1  dense  sigmoid          30      23,550  188,400
 *     2  dense  sigmoid          10         310    2,480
 * total                                  23,860  190,880
 * </pre>
 *
 * <p>Where a layer keeps running statistics, which are not learned, a column counts them.
 *
 * @param inputs the shape of one input
 * @param layers the layers, in order
 */
public record NetworkSummary(Shape inputs, List<Row> layers) {
    private static final List<String> HEAD =
            List.of("layer", "kind", "activation", "outputs", "parameters", "statistics", "bytes");

    private static final int STATISTICS = HEAD.indexOf("statistics");

    /**
     * One layer.
     *
     * @param number from 1
     * @param kind such as {@code dense}
     * @param activation the name of its σ
     * @param outputs the shape of one output
     * @param parameters how many numbers it learns
     * @param statistics how many numbers it keeps beside them, such as running means
     * @param bytes what all of these take in memory
     */
    public record Row(
            int number, String kind, String activation, Shape outputs, long parameters, long statistics, long bytes) {}

    /** Keeps its own copy of the layers. */
    public NetworkSummary {
        Objects.requireNonNull(inputs, "inputs");
        layers = List.copyOf(layers);
    }

    /** The summary of a network. */
    public static NetworkSummary of(Network network) {
        int bytesPerNumber = network.kernels().precision() == Precision.DOUBLE ? Double.BYTES : Float.BYTES;
        List<Row> rows = new ArrayList<>();
        for (Layer layer : network.layers()) {
            long count = layer.parameters().count();
            long learned = layer.parameters().learnedCount();
            rows.add(new Row(
                    rows.size() + 1,
                    layer.kind(),
                    layer.activation().name(),
                    layer.outputs(),
                    learned,
                    count - learned,
                    count * bytesPerNumber));
        }
        return new NetworkSummary(network.inputs(), rows);
    }

    /** How many numbers the network learns. */
    public long parameters() {
        return layers.stream().mapToLong(Row::parameters).sum();
    }

    /** How many numbers the network keeps beside those that it learns. */
    public long statistics() {
        return layers.stream().mapToLong(Row::statistics).sum();
    }

    /** How many bytes all of these take in memory. */
    public long bytes() {
        return layers.stream().mapToLong(Row::bytes).sum();
    }

    /** A table, one line a layer, with the totals below. */
    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        for (Row row : layers) {
            lines.add(List.of(
                    String.valueOf(row.number),
                    row.kind,
                    row.activation,
                    row.outputs.toString(),
                    grouped(row.parameters),
                    grouped(row.statistics),
                    grouped(row.bytes)));
        }
        lines.add(List.of("total", "", "", "", grouped(parameters()), grouped(statistics()), grouped(bytes())));
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                if (i == STATISTICS && statistics() == 0) {
                    continue;
                }
                boolean isWord = i == 1 || i == 2;
                String cell = line.get(i);
                String space = " ".repeat(widths[i] - cell.length());
                text.append(i == 0 ? "" : "  ").append(isWord ? cell + space : space + cell);
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
