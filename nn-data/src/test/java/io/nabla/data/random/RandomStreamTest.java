package io.nabla.data.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int MANY = 100_000;

    @Test
    void theSameSeedAndKeysGiveTheSameNumbers() {
        RandomStream a = RandomStream.of(7, 1, 2);
        RandomStream b = RandomStream.of(7, 1, 2);
        for (int i = 0; i < 100; i++) {
            assertThat(a.nextLong()).isEqualTo(b.nextLong());
        }
    }

    @Test
    void otherSeedsKeysAndOrdersOfKeysGiveOtherNumbers() {
        long[] firsts = {
            RandomStream.of(7).nextLong(),
            RandomStream.of(8).nextLong(),
            RandomStream.of(7, 0).nextLong(),
            RandomStream.of(7, 1).nextLong(),
            RandomStream.of(7, 1, 2).nextLong(),
            RandomStream.of(7, 2, 1).nextLong()
        };
        assertThat(firsts).doesNotHaveDuplicates();
    }

    @Test
    void uniformNumbersFillTheirRangeEvenly() {
        RandomStream random = RandomStream.of(1);
        int[] counts = new int[10];
        for (int i = 0; i < MANY; i++) {
            double u = random.uniform(-2, 3);
            assertThat(u).isBetween(-2.0, 3.0);
            counts[(int) ((u + 2) * 2)]++;
        }
        for (int count : counts) {
            assertThat(count).isCloseTo(MANY / 10, within(500)); // 5 standard deviations
        }
    }

    @Test
    void belowGivesEveryNumber() {
        RandomStream random = RandomStream.of(2);
        int[] counts = new int[3];
        for (int i = 0; i < MANY; i++) {
            counts[random.below(3)]++;
        }
        for (int count : counts) {
            assertThat(count).isCloseTo(MANY / 3, within(750));
        }
    }

    @Test
    void theBellHasTheWantedSpreadAndNoOutliers() {
        RandomStream random = RandomStream.of(3);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double b = random.bell(2);
            assertThat(b).isBetween(-7.0, 7.0);
            sum += b;
            squares += b * b;
        }
        assertThat(sum / MANY).isCloseTo(0, within(0.04));
        assertThat(squares / MANY).isCloseTo(4, within(0.1));
    }
}
