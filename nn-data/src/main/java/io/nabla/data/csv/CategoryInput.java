package io.nabla.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A column of words as one input for each: 1 for the word in the cell, 0 for the others.
 *
 * @param name the name of the column
 * @param categories the words, in the order of their inputs: 1 to 1,000
 * @param missing what becomes of missing cells
 * @param filling which category a missing cell gets: an index into {@code categories}, their number for a category of its own, or -1
 *     where missing cells are refused
 * @param unknown what becomes of other words
 */
public record CategoryInput(
        String name, List<String> categories, MissingCategories missing, int filling, UnknownCategories unknown)
        implements InputColumn {
    /** What a category of its own is called among {@link #inputNames}. */
    private static final String MISSING = "(missing)";

    /**
     * Checks the categories.
     *
     * @throws IllegalArgumentException if there are none or too many, one is empty or comes twice, or the filling does not fit
     */
    public CategoryInput {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unknown, "unknown");
        categories = Categories.checked(name, categories, 1);
        boolean fits = switch (missing) {
            case REFUSE -> filling == -1;
            case MOST_FREQUENT -> filling >= 0 && filling < categories.size();
            case OWN_CATEGORY -> filling == categories.size();
        };
        if (!fits) {
            throw new IllegalArgumentException("column " + Quoted.of(name) + " of " + categories.size()
                    + " categories cannot have the filling " + filling + " where missing cells mean " + missing);
        }
    }

    @Override
    public int width() {
        return categories.size() + (missing == MissingCategories.OWN_CATEGORY ? 1 : 0);
    }

    @Override
    public List<String> inputNames() {
        List<String> names = new ArrayList<>();
        for (String category : categories) {
            names.add(name + "=" + category);
        }
        if (missing == MissingCategories.OWN_CATEGORY) {
            names.add(name + "=" + MISSING);
        }
        return names;
    }

    /** Which of the inputs is 1 for a category's number, or for a missing cell, which is NaN; -1 for an unknown word: none. */
    int input(double code) {
        return Double.isNaN(code) ? filling : (int) code;
    }
}
