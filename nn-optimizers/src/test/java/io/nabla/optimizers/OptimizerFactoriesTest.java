package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Catalog;
import io.nabla.api.Optimizer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each factory makes of settings, and what numbers it refuses. */
class OptimizerFactoriesTest {
    private static final Catalog<OptimizerFactory> FACTORIES = Catalog.of(
            "optimizer",
            List.of(
                    new MomentumFactory(),
                    new NesterovFactory(),
                    new AdagradFactory(),
                    new RmsPropFactory(),
                    new AdadeltaFactory(),
                    new AdamWFactory(),
                    new NAdamFactory()));
    private static final Plugins PLUGINS = new Plugins(
            Catalog.of("activation", List.of()),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of()),
            FACTORIES,
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    /** Each with the settings left out, and with all of them. */
    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("momentum", "learning-rate=0.1", new Momentum(0.1, 0.9)),
                Arguments.of("momentum", "learning-rate=1 momentum=0.5", new Momentum(1, 0.5)),
                Arguments.of("nesterov", "learning-rate=0.1", new Nesterov(0.1, 0.9)),
                Arguments.of("nesterov", "learning-rate=1 momentum=0.5", new Nesterov(1, 0.5)),
                Arguments.of("adagrad", "learning-rate=0.1", new Adagrad(0.1, 1e-10)),
                Arguments.of("adagrad", "learning-rate=1 epsilon=1e-4", new Adagrad(1, 1e-4)),
                Arguments.of("rmsprop", "learning-rate=0.1", new RmsProp(0.1, 0.99, 1e-8)),
                Arguments.of("rmsprop", "learning-rate=1 alpha=0.5 epsilon=1e-4", new RmsProp(1, 0.5, 1e-4)),
                Arguments.of("adadelta", "", new Adadelta(1, 0.9, 1e-6)),
                Arguments.of("adadelta", "learning-rate=2 rho=0.5 epsilon=1e-4", new Adadelta(2, 0.5, 1e-4)),
                Arguments.of("adamw", "learning-rate=0.1", new AdamW(0.1, 0.9, 0.999, 1e-8, 0.01)),
                Arguments.of(
                        "adamw",
                        "learning-rate=1 beta1=0.5 beta2=0.75 epsilon=1e-4 weight-decay=0.25",
                        new AdamW(1, 0.5, 0.75, 1e-4, 0.25)),
                Arguments.of("nadam", "learning-rate=0.1", new NAdam(0.1, 0.9, 0.999, 1e-8, 0.004)),
                Arguments.of(
                        "nadam",
                        "learning-rate=1 beta1=0.5 beta2=0.75 epsilon=1e-4 momentum-decay=0.25",
                        new NAdam(1, 0.5, 0.75, 1e-4, 0.25)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settingsMakeThatOptimizer(String name, String settings, Optimizer expected) {
        assertThat(create(name, settings)).isEqualTo(expected);
        assertThat(expected.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void otherSettingsAreRefused(String name, String settings) {
        assertThatThrownBy(() -> create(name, settings + " beta3=1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown setting 'beta3'; have [");
    }

    @ParameterizedTest
    @CsvSource({"momentum", "nesterov", "adagrad", "rmsprop", "adamw", "nadam"})
    void onlyAdadeltaDoesWithoutALearningRate(String name) {
        assertThatThrownBy(() -> create(name, "")).hasMessageContaining("'learning-rate' is not set");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theLearningRateIsFiniteAndPositive(String name) {
        for (String number : List.of("0", "-0.1")) {
            assertThatThrownBy(() -> create(name, "learning-rate=" + number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the learning rate is a finite number above 0, such as ")
                    .hasMessageEndingWith(", but got " + Double.parseDouble(number));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "momentum | momentum       |  1   | momentum is at least 0 and below 1, such as 0.9",
                "nesterov | momentum       | -0.1 | momentum is at least 0 and below 1, such as 0.9",
                "adagrad  | epsilon        |  0   | epsilon is a finite number above 0, such as 1.0E-10",
                "rmsprop  | alpha          |  1   | alpha is at least 0 and below 1, such as 0.99",
                "rmsprop  | epsilon        |  0   | epsilon is a finite number above 0, such as 1.0E-8",
                "adadelta | rho            |  1   | rho is at least 0 and below 1, such as 0.9",
                "adadelta | epsilon        |  0   | epsilon is a finite number above 0, such as 1.0E-6",
                "adamw    | beta1          |  1   | beta1 is at least 0 and below 1, such as 0.9",
                "adamw    | beta2          |  1   | beta2 is at least 0 and below 1, such as 0.999",
                "adamw    | epsilon        |  0   | epsilon is a finite number above 0, such as 1.0E-8",
                "adamw    | weight-decay   | -1   | weight decay is a finite number of at least 0, such as 0.01",
                "nadam    | beta1          |  1   | beta1 is at least 0 and below 1, such as 0.9",
                "nadam    | beta2          |  1   | beta2 is at least 0 and below 1, such as 0.999",
                "nadam    | epsilon        |  0   | epsilon is a finite number above 0, such as 1.0E-8",
                "nadam    | momentum-decay | -1   | momentum decay is a finite number of at least 0, such as 0.004",
            })
    void aNumberOutOfItsRangeIsRefused(String name, String key, double number, String message) {
        assertThatThrownBy(() -> create(name, "learning-rate=0.1 " + key + "=" + number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + ", but got " + number);
    }

    private static Optimizer create(String name, String settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting :
                settings.isBlank() ? new String[0] : settings.strip().split(" ", -1)) {
            String[] keyAndValue = setting.split("=", -1);
            values.put(keyAndValue[0], keyAndValue[1]);
        }
        return FACTORIES.get(name).create(Settings.of(values), PLUGINS);
    }
}
