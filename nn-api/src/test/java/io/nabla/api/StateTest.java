package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StateTest {
    private final State state = State.empty().with("steps", 3).with("sums", 0.5, Double.NaN);

    @Test
    void numbersComeBackAsTheyWere() {
        assertThat(state.number("steps")).isEqualTo(3);
        assertThat(state.integer("steps", 0, 3)).isEqualTo(3);
        assertThat(state.numbers("sums", 2)).containsExactly(0.5, Double.NaN);
        assertThat(State.empty().with("sums", 1).isEmpty()).isFalse();
        assertThat(State.empty().isEmpty()).isTrue();
    }

    @Test
    void theNumbersOfAStateAreItsOwn() {
        double[] given = {1, 2};
        State own = State.empty().with("given", given);
        given[0] = 7;
        own.numbers("given")[1] = 7;
        assertThat(own.numbers("given")).containsExactly(1, 2);
    }

    @Test
    void aPartKeepsItsNamesBehindAPrefix() {
        State whole = State.empty().with("1", state).with("10", State.empty().with("steps", 4));
        assertThat(whole.numbers()).containsExactly("1.steps", "1.sums", "10.steps");
        assertThat(whole.part("1").numbers()).containsExactly("steps", "sums");
        assertThat(whole.part("10").number("steps")).isEqualTo(4);
        assertThat(whole.part("2").isEmpty()).isTrue();
    }

    @Test
    void whatIsNotThereOrIsOtherwiseIsRefused() {
        assertThatThrownBy(() -> state.number("step"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no numbers named 'step'")
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> state.number("sums")).hasMessageContaining("has 2 numbers, but should have 1");
        assertThatThrownBy(() -> state.integer("steps", 0, 2)).hasMessageContaining("from 0 to 2, but it is 3");
        assertThatThrownBy(() -> state.with("steps", 1)).hasMessageContaining("has 'steps' twice");
        assertThatThrownBy(() -> state.with("none")).hasMessageContaining("'none' of a state has no numbers");
    }

    @Test
    void whoDoesNotSayWhatItRemembersCannotTakeItOverEither() {
        Optimizer.Update silent = (w, nabla, m, pace) -> {};
        assertThat(silent.state()).isEmpty();
        assertThatThrownBy(() -> silent.restore(State.empty())).isInstanceOf(UnsupportedOperationException.class);
        Optimizer.Update stateless = Optimizer.Update.stateless(silent);
        assertThat(stateless.state())
                .hasValueSatisfying(nothing -> assertThat(nothing.isEmpty()).isTrue());
        Schedule.Course course = step -> 1;
        assertThat(course.state()).isEmpty();
        assertThat(Schedule.Course.stateless(course).state()).isPresent();
    }
}
