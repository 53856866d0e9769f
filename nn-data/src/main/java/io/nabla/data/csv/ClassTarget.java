package io.nabla.data.csv;

import java.util.List;
import java.util.Objects;

/**
 * A target of classes: 1 is wanted of the output of the row's class, 0 of the others.
 *
 * @param name the name of the column
 * @param classes the words of the column in the order of the alphabet, or of their size if all are numbers: 2 to 1,000
 */
public record ClassTarget(String name, List<String> classes) implements TargetColumn {
    /**
     * Checks the classes.
     *
     * @throws IllegalArgumentException if there are fewer than two or too many, or one is empty or comes twice
     */
    public ClassTarget {
        Objects.requireNonNull(name, "name");
        classes = Categories.checked(name, classes, 2);
    }

    @Override
    public int width() {
        return classes.size();
    }
}
