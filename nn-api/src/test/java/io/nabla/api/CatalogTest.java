package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private record Thing(String name) implements Named {}

    private record Other(String name) implements Named {}

    @Test
    void findsByName() {
        Catalog<Named> things = Catalog.of("thing", List.of(new Thing("tanh"), new Thing("relu-6")));
        assertThat(things.get("relu-6")).isEqualTo(new Thing("relu-6"));
        assertThat(things.all()).extracting(Named::name).containsExactly("relu-6", "tanh");
        assertThat(things.kind()).isEqualTo("thing");
    }

    @Test
    void anUnknownNameIsToldWithThoseThereAre() {
        Catalog<Named> things = Catalog.of("activation", List.of(new Thing("tanh"), new Thing("relu")));
        assertThatThrownBy(() -> things.get("relu6"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no activation named 'relu6'; have [relu, tanh]; did you mean 'relu'?");
    }

    @Test
    void twoOfOneNameAreToldWithTheirClassesAndPlaces() {
        assertThatThrownBy(() -> Catalog.of("activation", List.of(new Thing("cube"), new Other("cube"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cube' is bound to both")
                .hasMessageContaining("CatalogTest$Thing (test-classes)")
                .hasMessageContaining("CatalogTest$Other (test-classes)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "my cube", "Cube", "6relu", "a--b", "-a", "a-", "größe"})
    void aNameThatNobodyCouldTypeIsRefused(String name) {
        assertThatThrownBy(() -> Catalog.of("activation", List.of(new Thing(name))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("Thing");
    }

    @Test
    void theOriginOfAClassOfThePlatformIsItsModule() {
        assertThat(Origin.of("text")).isEqualTo("java.lang.String (module java.base)");
    }
}
