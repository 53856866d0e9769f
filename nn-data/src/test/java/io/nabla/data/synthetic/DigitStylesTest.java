package io.nabla.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nabla.data.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitStylesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everyDigitHasSeveralStylesNearTheBox(int digit) {
        List<Style> styles = DigitStyles.of(digit);

        assertThat(styles).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        for (Style style : styles) {
            for (Stroke stroke : style.strokes()) {
                assertThat(stroke.points())
                        .allSatisfy(p -> assertThat(p.x()).isBetween(0.0, 110.0))
                        .allSatisfy(p -> assertThat(p.y()).isBetween(0.0, 105.0));
            }
        }
    }

    @Test
    void stylesAreDrawnByFrequency() {
        List<Style> styles = DigitStyles.of(1);
        double total = styles.stream().mapToDouble(Style::frequency).sum();
        int draws = 20_000;
        int[] counts = new int[styles.size()];
        RandomStream random = RandomStream.of(4);

        for (int i = 0; i < draws; i++) {
            counts[styles.indexOf(DigitStyles.draw(1, random))]++;
        }

        for (int s = 0; s < counts.length; s++) {
            assertThat((double) counts[s] / draws).isCloseTo(styles.get(s).frequency() / total, within(0.02));
        }
    }

    @Test
    void aStyleNeedsAStrokeAndAFrequency() {
        assertThatIllegalArgumentException().isThrownBy(() -> Style.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Style.of(0, "0,0 1,1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Style.of(Double.NaN, "0,0 1,1"));
    }
}
