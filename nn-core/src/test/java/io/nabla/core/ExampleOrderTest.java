package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.core.random.PythonRandom;
import org.junit.jupiter.api.Test;

class ExampleOrderTest {
    /** Expected order: Python's random.seed(42) and the loop of Python 2's random.shuffle on list(range(10)). */
    @Test
    void shufflesAsPython2() {
        ExampleOrder order = ExampleOrder.of(10);
        order.shuffle(new PythonRandom(42));
        assertThat(order.toArray()).containsExactly(9, 7, 8, 5, 3, 4, 1, 2, 0, 6);
    }

    @Test
    void goesOnFromTheOrderReached() {
        ExampleOrder order = ExampleOrder.of(10);
        order.shuffle(new PythonRandom(42));
        ExampleOrder slice = order.first(3);
        assertThat(slice.toArray()).containsExactly(9, 7, 8);
        slice.shuffle(new PythonRandom(1));
        assertThat(order.toArray()).startsWith(9, 7, 8);
        assertThat(slice.toArray()).containsExactlyInAnyOrder(9, 7, 8);
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThatThrownBy(() -> ExampleOrder.of(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> ExampleOrder.of(3).first(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
