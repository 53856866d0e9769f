package io.nabla.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.data.random.RandomStream;
import org.junit.jupiter.api.Test;

class DistortionTest {
    private final Polyline line = new Polyline(new double[] {0, 100, 30}, new double[] {0, 0, 80});

    private Polyline distorted(double rotation, double slant, double stretch, double bend) {
        return new Distortion(rotation, slant, stretch, bend, RandomStream.of(5)).apply(line);
    }

    private static void assertPoints(Polyline line, double... xy) {
        for (int i = 0; i < line.size(); i++) {
            assertThat(line.x(i)).isCloseTo(xy[2 * i], within(1e-9));
            assertThat(line.y(i)).isCloseTo(xy[2 * i + 1], within(1e-9));
        }
    }

    @Test
    void noneLeavesTheLineAsItIs() {
        assertPoints(distorted(0, 0, 1, 0), 0, 0, 100, 0, 30, 80);
    }

    @Test
    void aQuarterTurnClockwisePointsRightToDown() {
        assertPoints(distorted(Math.PI / 2, 0, 1, 0), 0, 0, 0, 100, -80, 30);
    }

    @Test
    void slantMovesTheBottomToTheLeft() {
        assertPoints(distorted(0, 0.5, 1, 0), 0, 0, 100, 0, -10, 80);
    }

    @Test
    void stretchWidens() {
        assertPoints(distorted(0, 0, 1.5, 0), 0, 0, 150, 0, 45, 80);
    }

    @Test
    void bendingMovesNeighboursTogether() {
        double[] x = new double[101];
        double[] y = new double[101];
        for (int i = 0; i <= 100; i++) {
            x[i] = i;
            y[i] = 50;
        }
        Polyline bent = new Distortion(0, 0, 1, 10, RandomStream.of(5)).apply(new Polyline(x, y));

        double most = 0;
        for (int i = 1; i <= 100; i++) {
            double shift = bent.y(i) - 50;
            double neighbour = bent.y(i - 1) - 50;
            assertThat(shift).isCloseTo(neighbour, within(1.5));
            most = Math.max(most, Math.abs(shift));
        }
        assertThat(most).isGreaterThan(1);
    }

    @Test
    void pointsOutsideTheBoxMoveAsItsEdgeDoes() {
        Distortion distortion = new Distortion(0, 0, 1, 10, RandomStream.of(5));

        Polyline bent = distortion.apply(new Polyline(new double[] {100, 130}, new double[] {50, 50}));

        assertThat(bent.x(1) - bent.x(0)).isCloseTo(30, within(1e-9));
        assertThat(bent.y(1)).isCloseTo(bent.y(0), within(1e-9));
    }
}
