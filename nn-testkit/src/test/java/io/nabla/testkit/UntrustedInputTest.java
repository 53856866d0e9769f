package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UntrustedInputTest {
    private static void refuse(Exception refusal) {
        UntrustedInput.read(
                () -> {
                    throw refusal;
                },
                IOException.class);
    }

    @Test
    void whatIsReadIsGivenAndARefusalGivesNothing() {
        assertThat(UntrustedInput.read(() -> 7, IOException.class)).contains(7);
        assertThat(UntrustedInput.read(
                        () -> {
                            throw new IOException("a.csv: is empty");
                        },
                        IOException.class))
                .isEmpty();
    }

    @Test
    void aMessageThatIsNotOneLineOfPlainTextFails() {
        for (String message : List.of("", " ", "two\nlines", "\u001b[31m", "\u0085", "\u2028")) {
            assertThatThrownBy(() -> refuse(new IOException(message)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("one line of plain text");
        }
    }

    @Test
    void otherFailuresFail() {
        assertThatThrownBy(() -> refuse(new IOException((String) null))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> refuse(new FileNotFoundException("a kind of IOException")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("instead of refusing by IOException");
        assertThatThrownBy(() -> refuse(new ArithmeticException("/ by zero")))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsSlowEachTimeFailsAndWhatIsSlowOnceDoesNot() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(UntrustedInput.read(
                        () -> {
                            if (calls.incrementAndGet() == 1) {
                                Thread.sleep(1_100);
                            }
                            return calls.get();
                        },
                        IOException.class))
                .contains(2);
        assertThatThrownBy(() -> UntrustedInput.read(
                        () -> {
                            Thread.sleep(1_100);
                            return 1;
                        },
                        IOException.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("longer than a second");
    }
}
