package io.nabla.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFileTest {
    private static final String SUM = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(strings = {"", "../escape", "a/b", ".hidden", "a b", "/absolute"})
    void aNameStaysInItsFolder(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RemoteFile(name, 1, SUM));
    }

    @Test
    void refusesSizesAndSumsThatCannotBe() {
        assertThat(new RemoteFile("a-b.c_1", 0, SUM).sha256()).isEqualTo(SUM);
        assertThatIllegalArgumentException().isThrownBy(() -> new RemoteFile("a", -1, SUM));
        assertThatIllegalArgumentException().isThrownBy(() -> new RemoteFile("a", 1, SUM.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RemoteFile("a", 1, SUM.replace('a', 'A')));
    }

    @Test
    void patienceIsAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Patience(Duration.ofSeconds(1), Duration.ofSeconds(-1)));
    }
}
