package io.nabla.benchmarks.kernels;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sizes that the products of a dense layer depend on.
 *
 * @param units its outputs
 * @param inputs its inputs
 * @param examples the examples of a mini-batch
 */
record LayerShape(int units, int inputs, int examples) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5})x([1-9][0-9]{0,5})x([1-9][0-9]{0,5})");

    /**
     * From a text such as {@code 30x784x10}: units, inputs, examples.
     *
     * @throws IllegalArgumentException if it is another text
     */
    static LayerShape of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a layer is units x inputs x examples, such as 30x784x10, but got '" + text + "'");
        }
        return new LayerShape(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** The floating-point operations of each of the three products. */
    double flops() {
        return 2.0 * units * inputs * examples;
    }
}
