package io.nabla.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void aDumbTerminalCountsAsNone() {
        assertThat(Terminal.columns(Map.of("TERM", "dumb"))).isZero();
        assertThat(Terminal.columns(Map.of())).isZero();
    }

    @Test
    void theFirstSensibleWidthCounts() {
        assertThat(Terminal.columns("120", "100")).isEqualTo(120);
        assertThat(Terminal.columns("", "100")).isEqualTo(100);
        assertThat(Terminal.columns("wide", "0")).isEqualTo(80);
        assertThat(Terminal.columns("5", "")).isEqualTo(80);
        assertThat(Terminal.columns("999999")).isEqualTo(500);
    }
}
