package io.nabla.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.data.random.RandomStream;
import org.junit.jupiter.api.Test;

class CanvasTest {
    private static final int SIDE = Canvas.SIDE;

    private static int[] pixels(Canvas canvas) {
        canvas.dry(RandomStream.of(1), 0);
        byte[] bytes = new byte[SIDE * SIDE];
        canvas.copyCentred(bytes, 0);
        int[] pixels = new int[bytes.length];
        for (int p = 0; p < bytes.length; p++) {
            pixels[p] = bytes[p] & 0xFF;
        }
        return pixels;
    }

    private static Polyline line(double... xy) {
        double[] x = new double[xy.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = xy[2 * i];
            y[i] = xy[2 * i + 1];
        }
        return new Polyline(x, y);
    }

    @Test
    void fitsTheLongerSideInTwentyPixelsAndKeepsTheAspect() {
        Polyline[] fitted = Canvas.fit(new Polyline[] {line(-10, 0, 30, 40), line(0, 0, 10, 160)}, 1);

        // 160 high becomes 18 plus two radii; 40 wide becomes 4.5, in the middle
        assertThat(fitted[0].x(0)).isCloseTo(14 - 2.25, within(1e-9));
        assertThat(fitted[0].x(1)).isCloseTo(14 + 2.25, within(1e-9));
        assertThat(fitted[1].y(0)).isCloseTo(5, within(1e-9));
        assertThat(fitted[1].y(1)).isCloseTo(23, within(1e-9));
    }

    @Test
    void thePenFillsItsLineAndFadesAtTheEdge() {
        Canvas canvas = new Canvas();
        // a vertical line through the middle of column 14, radius 1, edge one pixel wide: 0.5 + (1 - 1) = half at one
        // pixel
        new Pen(1, 1).draw(line(14.5, 10, 14.5, 19), 1, 1, canvas);

        int[] pixels = pixels(canvas);

        assertThat(pixels[14 * SIDE + 14]).isEqualTo(255);
        assertThat(pixels[14 * SIDE + 13]).isEqualTo(128);
        assertThat(pixels[14 * SIDE + 15]).isEqualTo(128);
        assertThat(pixels[14 * SIDE + 12]).isZero();
        assertThat(pixels[14 * SIDE + 16]).isZero();
    }

    @Test
    void thePressureMakesTheLineThicker() {
        Canvas canvas = new Canvas();
        new Pen(1, 1).draw(line(14.5, 6, 14.5, 14, 14.5, 22), 0.5, 2.5, canvas);

        int[] pixels = pixels(canvas);

        assertThat(rowInk(pixels, 2)).isZero();
        int thin = -1;
        for (int row = 0; row < SIDE; row++) {
            if (rowInk(pixels, row) > 0) {
                assertThat(row < 18 ? rowInk(pixels, row) : Integer.MAX_VALUE).isGreaterThanOrEqualTo(thin);
                thin = row < 18 ? rowInk(pixels, row) : thin;
            }
        }
        assertThat(thin).isGreaterThan(2 * 255);
    }

    @Test
    void crossingLinesDoNotAddUp() {
        Canvas canvas = new Canvas();
        Pen pen = new Pen(0.25, 1);
        pen.draw(line(14.5, 8, 14.5, 21), 1, 1, canvas);
        int[] once = pixels(canvas);

        Canvas twice = new Canvas();
        pen.draw(line(14.5, 8, 14.5, 21), 1, 1, twice);
        pen.draw(line(14.5, 8, 14.5, 21), 1, 1, twice);

        assertThat(once).contains(191);
        assertThat(pixels(twice)).isEqualTo(once);
    }

    @Test
    void theCentreOfMassComesToTheMiddle() {
        Canvas canvas = new Canvas();
        canvas.blacken(3, 5, 1);
        canvas.blacken(3, 7, 1);

        int[] pixels = pixels(canvas);

        assertThat(pixels[14 * SIDE + 13]).isEqualTo(255);
        assertThat(pixels[14 * SIDE + 15]).isEqualTo(255);
        assertThat(pixels[14 * SIDE + 14]).isZero();
    }

    @Test
    void roughEdgesLeaveTheLineAndThePaperAlone() {
        Canvas canvas = new Canvas();
        canvas.blacken(14, 13, 5);
        canvas.blacken(14, 14, 0.5);
        canvas.blacken(14, 15, 5);
        canvas.dry(RandomStream.of(1), 0.2);
        byte[] pixels = new byte[SIDE * SIDE];
        canvas.copyCentred(pixels, 0);

        assertThat(pixels[14 * SIDE + 13] & 0xFF).isEqualTo(255);
        assertThat(pixels[14 * SIDE + 14] & 0xFF).isNotEqualTo(128).isBetween(1, 254);
        assertThat(pixels[0]).isZero();
    }

    private static int rowInk(int[] pixels, int row) {
        int sum = 0;
        for (int column = 0; column < SIDE; column++) {
            sum += pixels[row * SIDE + column];
        }
        return sum;
    }
}
