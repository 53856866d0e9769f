package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The small value types. */
class ValuesTest {
    @Test
    void aShapeMultipliesItsDimensions() {
        assertThat(Shape.of(3, 28, 28).size()).isEqualTo(2352);
        assertThat(Shape.of(3, 28, 28)).hasToString("3×28×28").isEqualTo(new Shape(List.of(3, 28, 28)));
    }

    @Test
    void aShapeThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Shape.of()).hasMessageContaining("at least one dimension");
        assertThatThrownBy(() -> Shape.of(3, 0)).hasMessageContaining("[3, 0]");
        assertThatThrownBy(() -> Shape.of(1 << 20, 1 << 20)).hasMessageContaining("more than 2147483647");
    }

    @Test
    void settingsAreReadWithTheirTypes() {
        Settings settings = Settings.of(Map.of("rate", "0.5", "units", "30", "activation", "tanh"));
        assertThat(settings.number("rate")).isEqualTo(0.5);
        assertThat(settings.integer("units")).isEqualTo(30);
        assertThat(settings.text("activation")).isEqualTo("tanh");
        settings.onlyKeys("rate", "units", "activation", "more");
    }

    @Test
    void aNumberThatIsNotSetIsWhatItOtherwiseIs() {
        Settings settings = Settings.of(Map.of("rate", "0.5", "bound", "low"));
        assertThat(settings.number("rate", 3)).isEqualTo(0.5);
        assertThat(settings.number("speed", 3)).isEqualTo(3);
        assertThatThrownBy(() -> settings.number("bound", 3)).hasMessage("'bound' is a number, but got 'low'");
    }

    @Test
    void settingsRefuseWhatTheyAreNot() {
        Settings settings = Settings.of(Map.of("rate", "fast", "units", "3.5", "bound", "NaN"));
        assertThatThrownBy(() -> settings.number("rate")).hasMessage("'rate' is a number, but got 'fast'");
        assertThatThrownBy(() -> settings.number("bound")).hasMessageContaining("finite number, but got NaN");
        assertThatThrownBy(() -> settings.integer("units")).hasMessage("'units' is a whole number, but got '3.5'");
        assertThatThrownBy(() -> settings.text("speed")).hasMessage("'speed' is not set; have [bound, rate, units]");
        assertThatThrownBy(() -> settings.onlyKeys("rate", "units"))
                .hasMessage("unknown setting 'bound'; have [rate, units]");
    }

    @Test
    void anEvaluationGivesSumsAndMeans() {
        Evaluation evaluation = new Evaluation(200, 0.5, Map.of("accuracy", 150.0));
        assertThat(evaluation.sum("accuracy")).isEqualTo(150);
        assertThat(evaluation.mean("accuracy")).isEqualTo(0.75);
        assertThatThrownBy(() -> evaluation.sum("f1")).hasMessage("'f1' was not measured; have [accuracy]");
        assertThatThrownBy(() -> new Evaluation(0, 0, Map.of())).hasMessageContaining("got 0");
    }

    @Test
    void anEpochKnowsTheDataSetsMeasured() {
        Evaluation evaluation = new Evaluation(1, 0, Map.of());
        EpochCompleted epoch = new EpochCompleted(1, 0.1, Map.of("test", evaluation), 2);
        assertThat(epoch.evaluation("test")).isSameAs(evaluation);
        assertThatThrownBy(() -> epoch.evaluation("validation"))
                .hasMessage("data set 'validation' is not monitored; have [test]");
    }

    @Test
    void precisionsAreNamedAsUsersWriteThem() {
        assertThat(Precision.DOUBLE).hasToString("double");
        assertThat(Precision.FLOAT).hasToString("float");
        assertThat(Precision.DOUBLE.bytes()).isEqualTo(8);
        assertThat(Precision.FLOAT.bytes()).isEqualTo(4);
    }
}
