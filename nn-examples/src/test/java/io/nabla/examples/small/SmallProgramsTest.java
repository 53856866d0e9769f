package io.nabla.examples.small;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Sigmoid;
import io.nabla.api.Kernels;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Network;
import io.nabla.testkit.LayerContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each small program does what it says. */
class SmallProgramsTest {
    @Test
    void xorIsLearned() {
        Network network = Xor.train();
        assertThat(Xor.answer(network, 0, 0)).isLessThan(0.1);
        assertThat(Xor.answer(network, 0, 1)).isGreaterThan(0.9);
        assertThat(Xor.answer(network, 1, 0)).isGreaterThan(0.9);
        assertThat(Xor.answer(network, 1, 1)).isLessThan(0.1);
    }

    @Test
    void theSineCurveIsLearnedFromNoisyPoints() {
        Network network = SineCurve.train();
        for (double x = -3; x <= 3; x += 0.25) {
            assertThat(SineCurve.value(network, x)).isCloseTo(StrictMath.sin(x), within(0.08));
        }
    }

    @Test
    void bothWaysToWriteAnActivationLearnAlike() {
        ConfusionMatrix byClass = OwnActivation.train(new OwnActivation.Swish());
        ConfusionMatrix byFormula = OwnActivation.train(OwnActivation.fromFormula());
        assertThat(byClass.accuracy()).isGreaterThan(0.85);
        assertThat(byFormula.accuracy()).isCloseTo(byClass.accuracy(), within(0.02));
    }

    @Test
    void flowersOfATableAreToldApart(@TempDir Path folder) throws IOException {
        FlowerTable.Learned learned = FlowerTable.learn(FlowerTable.write(folder));
        assertThat(learned.accuracy()).isGreaterThan(0.9);
        assertThat(learned.species(flower("5.0", "3.4", "1.5", "0.2"))).isEqualTo("setosa");
        assertThat(learned.species(flower("5.9", "2.8", "4.3", "1.3"))).isEqualTo("versicolor");
        assertThat(learned.species(flower("6.6", "3.0", "5.6", "2.0"))).isEqualTo("virginica");
    }

    private static Map<String, String> flower(
            String sepalLength, String sepalWidth, String petalLength, String petalWidth) {
        return Map.of(
                "sepal length", sepalLength,
                "sepal width", sepalWidth,
                "petal length", petalLength,
                "petal width", petalWidth);
    }

    @Test
    void digitsAreReadByADenseNetwork() {
        assertThat(DenseDigits.accuracy(DenseDigits.train())).isGreaterThan(0.9);
    }

    @Test
    void digitsAreReadByAConvolutionalNetwork() {
        assertThat(ConvolutionalDigits.accuracy(ConvolutionalDigits.train())).isGreaterThan(0.93);
    }

    @Test
    void sentencesOfTheSameWordsAreUnderstood() {
        ReadingWords.Reader reader = ReadingWords.train();
        assertThat(reader.accuracy()).isGreaterThan(0.95);
        assertThat(reader.praise("it is not long and very good")).isGreaterThan(0.9);
        assertThat(reader.praise("it is very long and not good")).isLessThan(0.1);
    }

    /** The layer keeps what every layer must keep. */
    @Nested
    class OwnLayerTest implements LayerContract {
        @Override
        public LayerDescription layer() {
            return new OwnLayer.Calibration(new Sigmoid());
        }

        @Override
        public Shape inputs() {
            return Shape.of(2, 3);
        }

        @Test
        void gainsAndOffsetsOfTheSensorsAreFound() {
            Parameters learned = OwnLayer.train().layers().get(0).parameters();
            for (int i = 0; i < OwnLayer.GAINS.size(); i++) {
                assertThat(learned.get("gain").get(i)).isCloseTo(OwnLayer.GAINS.get(i), within(0.05));
                assertThat(learned.get("offset").get(i)).isCloseTo(OwnLayer.OFFSETS.get(i), within(0.05));
            }
        }

        @Test
        void itsGradientIsThatOfFiniteDifferences() {
            assertThat(OwnLayer.checkGradient())
                    .extracting(result -> result.layer() + " " + result.parameter())
                    .containsExactly("1 weights", "1 biases", "2 gain", "2 offset", "3 weights", "3 biases");
            assertThat(OwnLayer.checkGradient()).allSatisfy(result -> {
                assertThat(result.largestGradient()).isPositive();
                assertThat(result.relativeError()).isLessThan(1e-7);
            });
        }

        @Test
        void anotherNumberOfInputsIsRefused() {
            Kernels kernels = kernels(Precision.DOUBLE);
            assertThatThrownBy(() -> layer().build(Shape.of(3), kernels).weightedInput(Matrix.zeros(kernels, 2, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("takes 3 inputs")
                    .hasMessageContaining("2 rows");
        }
    }
}
