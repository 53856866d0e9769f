package io.nabla.data.csv;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be learned from a table: the target column, and what the user has to say about the others.
 *
 * <p>Columns of numbers and columns of words are told apart by all their cells. One in which most cells are numbers and some
 * are words is refused, since a word may be a missing cell, unless it is told to be categorical. All but the target and the
 * ignored columns are inputs. A target of words is a classification, one of numbers a regression.
 *
 * <pre>{@code
 * TableTask task = TableTask.target("survived")
 *         .withClasses()                  // 0 and 1 are two classes, not numbers
 *         .withIgnored("name", "ticket")
 *         .withCategorical("cabin-class")
 *         .withMissing(MissingNumbers.MEDIAN)
 *         .withMissing(MissingCategories.OWN_CATEGORY);
 * }</pre>
 *
 * @param target the name of the target column
 * @param classes whether the target is told to be classes, even if it has numbers
 * @param rawTarget whether a target of numbers is learned as it is; otherwise it is standardized as inputs are
 * @param numeric columns told to have numbers: a word in them is refused
 * @param categorical columns told to have words, even if they have numbers
 * @param ignored columns that are passed over
 * @param missingNumbers what becomes of missing cells among numbers
 * @param missingCategories what becomes of missing cells among words
 * @param unknownCategories what becomes of unknown words in a later table
 */
public record TableTask(
        String target,
        boolean classes,
        boolean rawTarget,
        Set<String> numeric,
        Set<String> categorical,
        Set<String> ignored,
        MissingNumbers missingNumbers,
        MissingCategories missingCategories,
        UnknownCategories unknownCategories) {
    /**
     * Checks that nothing is said twice.
     *
     * @throws IllegalArgumentException if two things are said about one column
     */
    public TableTask {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(missingNumbers, "missingNumbers");
        Objects.requireNonNull(missingCategories, "missingCategories");
        Objects.requireNonNull(unknownCategories, "unknownCategories");
        numeric = Set.copyOf(numeric);
        categorical = Set.copyOf(categorical);
        ignored = Set.copyOf(ignored);
        for (String column : new TreeSet<>(ignored)) {
            if (column.equals(target) || numeric.contains(column) || categorical.contains(column)) {
                throw new IllegalArgumentException(
                        "column " + Quoted.of(column) + " is both used and ignored; say one of the two");
            }
        }
        for (String column : new TreeSet<>(numeric)) {
            if (categorical.contains(column) || (classes && column.equals(target))) {
                throw new IllegalArgumentException(
                        "column " + Quoted.of(column) + " is both numeric and categorical; say one of the two");
            }
        }
    }

    /** Learn this column from all others; nothing may be missing. */
    public static TableTask target(String column) {
        return new TableTask(
                column,
                false,
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                MissingNumbers.REFUSE,
                MissingCategories.REFUSE,
                UnknownCategories.REFUSE);
    }

    /** The same, with the values of the target as classes, even if they are numbers. */
    public TableTask withClasses() {
        return new TableTask(
                target,
                true,
                rawTarget,
                numeric,
                categorical,
                ignored,
                missingNumbers,
                missingCategories,
                unknownCategories);
    }

    /** The same, with a target of numbers learned as it is, not standardized. */
    public TableTask withRawTarget() {
        return new TableTask(
                target,
                classes,
                true,
                numeric,
                categorical,
                ignored,
                missingNumbers,
                missingCategories,
                unknownCategories);
    }

    /** The same, with these columns, and no others, told to have numbers. */
    public TableTask withNumeric(String... columns) {
        return new TableTask(
                target,
                classes,
                rawTarget,
                Set.copyOf(List.of(columns)),
                categorical,
                ignored,
                missingNumbers,
                missingCategories,
                unknownCategories);
    }

    /** The same, with these columns, and no others, told to have words. */
    public TableTask withCategorical(String... columns) {
        return new TableTask(
                target,
                classes,
                rawTarget,
                numeric,
                Set.copyOf(List.of(columns)),
                ignored,
                missingNumbers,
                missingCategories,
                unknownCategories);
    }

    /** The same, with these columns, and no others, passed over. */
    public TableTask withIgnored(String... columns) {
        return new TableTask(
                target,
                classes,
                rawTarget,
                numeric,
                categorical,
                Set.copyOf(List.of(columns)),
                missingNumbers,
                missingCategories,
                unknownCategories);
    }

    /** The same, with missing numbers filled so. */
    public TableTask withMissing(MissingNumbers filling) {
        return new TableTask(
                target,
                classes,
                rawTarget,
                numeric,
                categorical,
                ignored,
                filling,
                missingCategories,
                unknownCategories);
    }

    /** The same, with missing words filled so. */
    public TableTask withMissing(MissingCategories filling) {
        return new TableTask(
                target, classes, rawTarget, numeric, categorical, ignored, missingNumbers, filling, unknownCategories);
    }

    /** The same, with unknown words of a later table taken so. */
    public TableTask withUnknown(UnknownCategories unknown) {
        return new TableTask(
                target, classes, rawTarget, numeric, categorical, ignored, missingNumbers, missingCategories, unknown);
    }
}
