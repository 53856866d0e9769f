package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Catalog;
import io.nabla.api.Matrix;
import io.nabla.api.Named;
import io.nabla.api.Precision;
import io.nabla.api.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Comparisons that explain themselves when they fail. */
final class Expect {
    private Expect() {}

    /** That a name can be found in a catalog, and is the same when asked again. */
    static void legalName(String kind, Named plugin) {
        try {
            Catalog.of(kind, List.of(plugin));
        } catch (IllegalArgumentException e) {
            fail(e.getMessage(), e);
        }
        String first = plugin.name();
        String second = plugin.name();
        if (!first.equals(second)) {
            fail("the name was '" + first + "' at the first call and '" + second
                    + "' at the second; a model file could not find it again");
        }
    }

    /**
     * That settings are not passed over: none gives the plug-in as it was, and one that nobody has is refused.
     *
     * @param with makes the plug-in with settings of its own
     */
    static void settingsAreChecked(Named plugin, Function<Settings, ? extends Named> with) {
        Named same = with.apply(Settings.of(Map.of()));
        if (!plugin.name().equals(same.name())) {
            fail("without any settings " + plugin.name() + " becomes " + same.name() + "; with(...) keeps the name");
        }
        String unknown = "a-setting-that-nobody-has";
        assertThrows(
                IllegalArgumentException.class,
                () -> with.apply(Settings.of(Map.of(unknown, "1"))),
                () -> "with(...) takes the setting '" + unknown
                        + "'; refuse what is not known by settings.onlyKeys(...), or a misspelt one is silently lost");
    }

    /** That two numbers differ by no more than the tolerance times the greater of 1 and their size. */
    static void close(double expected, double actual, double tolerance, String what) {
        if (!isClose(expected, actual, tolerance * Math.max(1, Math.abs(expected)))) {
            fail(what + ": " + Figures.both(expected, actual));
        }
    }

    /** That no element differs by more than the tolerance times the greater of 1 and the greatest element. */
    static void close(Matrix expected, Matrix actual, double tolerance, String what) {
        sameShape(expected, actual, what);
        double bound = tolerance * Math.max(1, greatest(expected));
        for (int i = 0; i < expected.size(); i++) {
            if (!isClose(expected.get(i), actual.get(i), bound)) {
                fail(what + ": at " + Figures.place(expected, i) + " " + Figures.both(expected.get(i), actual.get(i)));
            }
        }
    }

    /** That floats give what doubles give, to 1e-5 of the greater of 1 and the greatest element. */
    static void floatsCloseToDoubles(Map<Precision, Matrix> results, String who) {
        close(results.get(Precision.DOUBLE), results.get(Precision.FLOAT), 1e-5, who + " in float, against double");
    }

    static void precision(Precision expected, Matrix actual, String who) {
        if (actual.precision() != expected) {
            fail(who + " gives a matrix of " + actual.precision() + " for one of " + expected);
        }
    }

    /** That all elements are the same to the bit; NaN is the same as NaN. */
    static void sameBits(Matrix expected, Matrix actual, String what) {
        sameShape(expected, actual, what);
        for (int i = 0; i < expected.size(); i++) {
            if (!sameBits(expected.get(i), actual.get(i))) {
                fail(what + ": at " + Figures.place(expected, i) + " " + Figures.both(expected.get(i), actual.get(i)));
            }
        }
    }

    static void sameShape(Matrix expected, Matrix actual, String what) {
        shape(actual, expected.rows(), expected.columns(), what);
    }

    static void shape(Matrix actual, int rows, int columns, String what) {
        if (actual == null) {
            fail(what + ": the result is null");
        } else if (actual.rows() != rows || actual.columns() != columns) {
            fail(what + ": the result should be " + rows + "×" + columns + " but is " + actual.rows() + "×"
                    + actual.columns());
        }
    }

    static void finite(Matrix actual, String what) {
        for (int i = 0; i < actual.size(); i++) {
            if (!Double.isFinite(actual.get(i))) {
                fail(what + ": at " + Figures.place(actual, i) + " the result is " + actual.get(i));
            }
        }
    }

    static boolean sameBits(double x, double y) {
        return Double.doubleToLongBits(x) == Double.doubleToLongBits(y);
    }

    static boolean isClose(double expected, double actual, double bound) {
        // Equal infinities differ by NaN; NaN is close to nothing.
        return expected == actual || Math.abs(expected - actual) <= bound;
    }

    static double greatest(Matrix matrix) {
        double greatest = 0;
        for (int i = 0; i < matrix.size(); i++) {
            greatest = Math.max(greatest, Math.abs(matrix.get(i)));
        }
        return greatest;
    }
}
