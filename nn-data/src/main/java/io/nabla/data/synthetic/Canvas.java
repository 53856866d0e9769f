package io.nabla.data.synthetic;

import io.nabla.data.random.RandomStream;
import java.util.Arrays;

/**
 * A 28 x 28 image as MNIST's are: the digit fitted in 20 x 20 pixels, drawn, then moved so that its centre of mass is the
 * centre of pixel (14, 14).
 */
final class Canvas {
    static final int SIDE = 28;

    private static final double BOX = 20;
    private static final double BLANK = -1;

    /** Ink before it dries: 1 and above is full, 0 and below is none, {@link #BLANK} where the pen was not near. */
    private final double[] ink = new double[SIDE * SIDE];

    Canvas() {
        Arrays.fill(ink, BLANK);
    }

    /** Scales lines so that they, drawn with a pen of this radius, just fit the box in the middle of the canvas. */
    static Polyline[] fit(Polyline[] lines, double radius) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Polyline line : lines) {
            for (int i = 0; i < line.size(); i++) {
                left = Math.min(left, line.x(i));
                right = Math.max(right, line.x(i));
                top = Math.min(top, line.y(i));
                bottom = Math.max(bottom, line.y(i));
            }
        }
        double scale = (BOX - 2 * radius) / Math.max(right - left, bottom - top);
        double shiftX = SIDE / 2.0 - scale * (left + right) / 2;
        double shiftY = SIDE / 2.0 - scale * (top + bottom) / 2;
        return Arrays.stream(lines)
                .map(line -> line.scaled(scale, shiftX, shiftY))
                .toArray(Polyline[]::new);
    }

    /** Puts ink on a pixel; where it has some already, the darker counts. */
    void blacken(int row, int column, double coverage) {
        int pixel = row * SIDE + column;
        ink[pixel] = Math.max(ink[pixel], coverage);
    }

    /** Makes the edges of the lines rough and limits the ink to 0 to 1. */
    void dry(RandomStream random, double roughness) {
        for (int p = 0; p < ink.length; p++) {
            double rough = ink[p] > BLANK ? ink[p] + random.bell(roughness) : 0;
            ink[p] = Math.min(Math.max(rough, 0), 1);
        }
    }

    /** Writes the dried pixels, 0 to 255, moved by whole pixels to the centre of mass. */
    void copyCentred(byte[] pixels, int offset) {
        double mass = 0;
        double momentX = 0;
        double momentY = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double value = ink[row * SIDE + column];
                mass += value;
                momentX += column * value;
                momentY += row * value;
            }
        }
        int right = (int) Math.floor(SIDE / 2.0 - momentX / mass + 0.5);
        int down = (int) Math.floor(SIDE / 2.0 - momentY / mass + 0.5);
        for (int row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
            for (int column = Math.max(0, right); column < Math.min(SIDE, SIDE + right); column++) {
                double value = ink[(row - down) * SIDE + column - right];
                pixels[offset + row * SIDE + column] = (byte) (int) (255 * value + 0.5);
            }
        }
    }
}
