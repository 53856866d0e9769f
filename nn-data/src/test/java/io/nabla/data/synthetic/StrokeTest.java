package io.nabla.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nabla.data.random.RandomStream;
import org.junit.jupiter.api.Test;

class StrokeTest {
    @Test
    void readsPointsAndCorners() {
        Stroke stroke = Stroke.of("20,5 80,6! 45,98");

        assertThat(stroke.points())
                .containsExactly(
                        new Stroke.Point(20, 5, false), new Stroke.Point(80, 6, true), new Stroke.Point(45, 98, false));
    }

    @Test
    void refusesWhatIsNoStroke() {
        assertThatIllegalArgumentException().isThrownBy(() -> Stroke.of("20,5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stroke.of("20,5 7"))
                .withMessageContaining("'7'");
    }

    @Test
    void theCurveGoesThroughEveryPoint() {
        Polyline curve = Stroke.of("0,0 50,100 100,0").curve();

        assertThat(curve.size()).isEqualTo(17);
        assertThat(curve.x(0)).isZero();
        assertThat(curve.x(8)).isEqualTo(50);
        assertThat(curve.y(8)).isEqualTo(100);
        assertThat(curve.x(16)).isEqualTo(100);
    }

    @Test
    void theCurveIsSmoothExceptAtACorner() {
        assertThat(turn(Stroke.of("0,0 50,40 100,0").curve(), 8)).isGreaterThan(0.85);
        assertThat(turn(Stroke.of("0,0 50,40! 100,0").curve(), 8)).isLessThan(0.4);
    }

    @Test
    void twoPointsMakeAStraightLine() {
        Polyline line = Stroke.of("0,0 80,40").curve();
        for (int i = 0; i < line.size(); i++) {
            assertThat(line.y(i)).isCloseTo(line.x(i) / 2, within(1e-12));
        }
    }

    @Test
    void jitterMovesEveryPointALittleAndKeepsCorners() {
        Stroke stroke = Stroke.of("20,5 80,6! 45,98");

        Stroke moved = stroke.jittered(RandomStream.of(1), 2);

        for (int i = 0; i < 3; i++) {
            Stroke.Point before = stroke.points().get(i);
            Stroke.Point after = moved.points().get(i);
            assertThat(after.x()).isNotEqualTo(before.x()).isCloseTo(before.x(), within(7.0));
            assertThat(after.y()).isNotEqualTo(before.y()).isCloseTo(before.y(), within(7.0));
            assertThat(after.corner()).isEqualTo(before.corner());
        }
        assertThat(stroke.jittered(RandomStream.of(1), 0)).isEqualTo(stroke);
    }

    /** The cosine of the angle by which a line turns at its point i: 1 is straight on. */
    private static double turn(Polyline line, int i) {
        double ax = line.x(i) - line.x(i - 1);
        double ay = line.y(i) - line.y(i - 1);
        double bx = line.x(i + 1) - line.x(i);
        double by = line.y(i + 1) - line.y(i);
        return (ax * bx + ay * by) / Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    }
}
