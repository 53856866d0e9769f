package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final Sequence<String> letters = Sequence.of("a", "b", "c");

    @Test
    void countsFromTheStart() {
        assertThat(letters.get(0)).isEqualTo("a");
        assertThat(letters.get(2)).isEqualTo("c");
    }

    @Test
    void countsFromTheEnd() {
        assertThat(letters.get(-1)).isEqualTo("c");
        assertThat(letters.get(-3)).isEqualTo("a");
    }

    @Test
    void tellsTheRangeWhereAnIndexIsOutside() {
        assertThatThrownBy(() -> letters.get(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 3 is outside a sequence of 3 elements (-3 to 2)");
        assertThatThrownBy(() -> letters.get(-4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Sequence.of().get(-1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("0 elements");
    }

    @Test
    void growsAtItsEnd() {
        ArraySequence<Integer> zs = new ArraySequence<>();
        zs.add(1);
        zs.add(2);
        assertThat(zs.get(-1)).isEqualTo(2);
        zs.add(3);
        assertThat(zs.get(-1)).isEqualTo(3);
        assertThat(zs.size()).isEqualTo(3);
        assertThat(zs).containsExactly(1, 2, 3);
    }

    @Test
    void aCopyDoesNotGrowWithItsSource() {
        ArraySequence<Integer> source = new ArraySequence<>();
        source.add(1);
        Sequence<Integer> copy = Sequence.copyOf(source);
        source.add(2);
        assertThat(copy).containsExactly(1);
        assertThat(copy.size()).isEqualTo(1);
    }

    @Test
    void cannotBeChangedThroughItsIteratorOrList() {
        Iterator<String> iterator = letters.iterator();
        iterator.next();
        assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
        List<String> list = letters.toList();
        assertThat(list).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> list.add("d")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void mapsInOrder() {
        assertThat(letters.map(String::toUpperCase)).containsExactly("A", "B", "C");
        assertThat(letters).hasToString("[a, b, c]");
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> new ArraySequence<String>().add(null)).isInstanceOf(NullPointerException.class);
    }
}
