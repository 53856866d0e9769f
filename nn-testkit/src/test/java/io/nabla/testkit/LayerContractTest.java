package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** Right layers pass. */
class LayerContractTest {
    @Nested
    class DenseTest implements LayerContract, OnReferenceKernels {
        @Override
        public LayerDescription layer() {
            return described("toy-dense", kernels -> toyDense(kernels, 5, 7));
        }

        @Override
        public Shape inputs() {
            return Shape.of(7);
        }
    }

    @Nested
    class LargeDenseTest implements LayerContract, OnReferenceKernels {
        @Override
        public LayerDescription layer() {
            return described("toy-dense", kernels -> toyDense(kernels, 30, 50));
        }

        @Override
        public Shape inputs() {
            return Shape.of(50);
        }
    }

    @Nested
    class WithoutParametersTest implements LayerContract, OnReferenceKernels {
        @Override
        public LayerDescription layer() {
            return described("toy-reversal", kernels -> new ToyLayers.Reversal(4, new Toys.Logistic()));
        }

        @Override
        public Shape inputs() {
            return Shape.of(4);
        }
    }

    private static Layer toyDense(Kernels kernels, int outputs, int inputs) {
        return new ToyLayers.Dense(
                Matrix.zeros(kernels, outputs, inputs), Matrix.zeros(kernels, outputs, 1), new Toys.Logistic());
    }

    static LayerDescription described(String kind, Function<Kernels, Layer> build) {
        return new LayerDescription() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Layer build(Shape inputs, Kernels kernels) {
                return build.apply(kernels);
            }
        };
    }
}
