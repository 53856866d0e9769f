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
    void settingsWithoutAKeyKeepTheOthers() {
        Settings all = Settings.of(Map.of("kind", "residual", "activation", "relu"), Map.of("layers", List.of()));
        assertThat(all.without("kind").keys()).containsExactly("activation", "layers");
        assertThat(all.without("layers").keys()).containsExactly("activation", "kind");
        assertThat(all.without("units").keys()).isEqualTo(all.keys());
        assertThat(all.without("kind").text("activation")).isEqualTo("relu");
    }

    @Test
    void settingsMayHoldListsOfSettings() {
        Settings inner = Settings.of(Map.of("kind", "dense"));
        Settings settings = Settings.of(Map.of("kind", "residual"), Map.of("layers", List.of(inner)));
        assertThat(settings.list("layers")).containsExactly(inner);
        assertThat(settings.keys()).containsExactly("kind", "layers");
        assertThatThrownBy(() -> settings.list("kind")).hasMessage("'kind' is a list of settings, but got 'residual'");
        assertThatThrownBy(() -> settings.list("units")).hasMessage("'units' is not set; have [kind, layers]");
        assertThatThrownBy(() -> settings.text("layers")).hasMessage("'layers' is one value, but got a list");
        assertThatThrownBy(() -> settings.onlyKeys("kind", "layer"))
                .hasMessage("unknown setting 'layers'; have [kind, layer]; did you mean 'layer'?");
        assertThatThrownBy(() -> Settings.of(Map.of("a", "1"), Map.of("a", List.of())))
                .hasMessage("a key has one value, but got the values [a], the plug-ins [] and the lists [a]");
    }

    @Test
    void settingsMayAskForPlugins() {
        Settings elu = Settings.named("elu", Map.of("alpha", "0.5"));
        Settings settings = Settings.of(Map.of("output", "softmax"), Map.of("hidden", elu), Map.of());
        assertThat(settings.plugin("hidden").name()).isEqualTo("elu");
        assertThat(settings.plugin("hidden").without(Settings.NAME).number("alpha"))
                .isEqualTo(0.5);
        assertThat(settings.plugin("output").name()).isEqualTo("softmax");
        assertThat(settings.plugin("output").keys()).containsExactly("name");
        assertThat(settings.without("hidden").keys()).containsExactly("output");
        assertThatThrownBy(() -> settings.plugin("hiden")).hasMessage("'hiden' is not set; have [hidden, output]");
        assertThatThrownBy(() -> settings.text("hidden")).hasMessage("'hidden' is one value, but got several settings");
        assertThatThrownBy(() -> settings.list("hidden"))
                .hasMessage("'hidden' is a list of settings, but got one of them");
        Settings nameless = Settings.of(Map.of(), Map.of("hidden", Settings.of(Map.of("alpha", "1"))), Map.of());
        assertThatThrownBy(() -> nameless.plugin("hidden"))
                .hasMessage("'hidden' needs a 'name' beside its settings; have [alpha]");
        assertThatThrownBy(() -> Settings.named("elu", Map.of("name", "selu")))
                .hasMessageContaining("a plug-in has one name, but got 'selu' and 'elu'");
        assertThatThrownBy(() -> Settings.named("relu").without(Settings.NAME).text("alpha"))
                .hasMessage("'alpha' is not set; have []");
        assertThatThrownBy(() -> elu.onlyKeys()).hasMessageEndingWith("there is none to set");
    }

    @Test
    void whatIsNotSetIsWhatItOtherwiseIs() {
        Settings settings = Settings.of(Map.of("stride", "2", "same", "true", "mode", "tanh"));
        assertThat(settings.integer("stride", 1)).isEqualTo(2);
        assertThat(settings.integer("padding", 1)).isEqualTo(1);
        assertThat(settings.text("mode", "erf")).isEqualTo("tanh");
        assertThat(settings.text("form", "erf")).isEqualTo("erf");
        assertThat(settings.choice("same", false)).isTrue();
        assertThat(settings.choice("nesterov", false)).isFalse();
        assertThatThrownBy(() -> settings.choice("mode", false)).hasMessage("'mode' is true or false, but got 'tanh'");
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
