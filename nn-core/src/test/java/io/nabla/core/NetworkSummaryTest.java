package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Precision;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkSummaryTest {
    private static NetworkSummary summary(Precision precision) {
        return NetworkSummary.of(Network.builder(1, 28, 28)
                .kernels(PlainKernels.of(precision))
                .layer(new Dense(100, new Tanh()))
                .layer(new Dense(10, new Sigmoid()))
                .buildZeroed());
    }

    @Test
    void isATableWithTotals() {
        assertThat(summary(Precision.DOUBLE)).hasToString("""
                layer  kind   activation  outputs  parameters    bytes
                    1  dense  tanh            100      78,500  628,000
                    2  dense  sigmoid          10       1,010    8,080
                total                                  79,510  636,080
                """);
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatALayerLearns(Precision precision) {
        NetworkSummary summary = summary(precision);
        assertThat(summary.parameters()).isEqualTo(784 * 100 + 100 + 100 * 10 + 10);
        assertThat(summary.bytes()).isEqualTo(summary.parameters() * (precision == Precision.DOUBLE ? 8 : 4));
        assertThat(summary.inputs().size()).isEqualTo(784);
    }
}
