package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TrainTestSplitTest {
    private final LabelledImages training = LabelledImages.copyOf(new byte[12], new byte[2], 2, 3, 10);

    @Test
    void keepsSetsOfDifferentSize() {
        LabelledImages test = LabelledImages.copyOf(new byte[6], new byte[1], 2, 3, 10);

        assertThat(new TrainTestSplit(training, test).test()).isSameAs(test);
    }

    @Test
    void refusesImagesOfAnotherShapeAndOtherClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TrainTestSplit(training, LabelledImages.copyOf(new byte[6], new byte[1], 3, 2, 10)))
                .withMessageContaining("2 x 3")
                .withMessageContaining("3 x 2");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TrainTestSplit(training, LabelledImages.copyOf(new byte[6], new byte[1], 2, 3, 9)))
                .withMessageContaining("9 classes");
    }
}
