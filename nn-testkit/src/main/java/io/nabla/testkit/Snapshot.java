package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import java.util.ArrayList;
import java.util.List;

/** What matrices held before a call, to see that it has not changed them. */
final class Snapshot {
    private record Kept(String name, Matrix matrix, Matrix copy) {}

    private final List<Kept> kept = new ArrayList<>();

    Snapshot keep(String name, Matrix matrix) {
        kept.add(new Kept(name, matrix, matrix.copy()));
        return this;
    }

    Snapshot keepParameters(Layer layer) {
        for (Parameter parameter : layer.parameters()) {
            keep("the parameter '" + parameter.name() + "'", parameter.value());
        }
        return this;
    }

    /** Fails if one was changed, telling by whom. */
    void verify(String who) {
        for (Kept one : kept) {
            for (int i = 0; i < one.copy.size(); i++) {
                if (!Expect.sameBits(one.copy.get(i), one.matrix.get(i))) {
                    fail(who + " changed " + one.name + ": at " + Figures.place(one.copy, i) + " it was "
                            + Figures.text(one.copy.get(i), one.matrix.get(i)) + " and is "
                            + Figures.text(one.matrix.get(i), one.copy.get(i)) + "; arguments are read only");
                }
            }
        }
    }

    /** Fails if writing into the result changes one of the matrices: then the result is not a new matrix. */
    void verifyApartFrom(Matrix result, String who) {
        Matrix before = result.copy();
        result.fill(-123.5);
        for (Kept one : kept) {
            if (!one.copy.sameBits(one.matrix)) {
                fail(who + " gives the memory of " + one.name + " as its result; the result is a new matrix");
            }
        }
        for (int i = 0; i < before.size(); i++) {
            result.set(i, before.get(i));
        }
    }
}
