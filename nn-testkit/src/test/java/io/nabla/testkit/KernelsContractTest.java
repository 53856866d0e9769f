package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KernelsContractTest {
    @Nested
    class ReferenceDoubleTest implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE);
        }
    }

    @Nested
    class ReferenceFloatTest implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.FLOAT);
        }
    }

    @Nested
    class SkippingZerosTest implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new SkippingZeros();
        }
    }

    @Nested
    class WithoutFmaButWithAToleranceTest implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new WithoutFma();
        }

        @Override
        public double tolerance() {
            return 1e-14;
        }
    }

    /** Kernels of doubles whose products are to be spoiled. */
    private static class Spoiled extends ReferenceKernels {
        Spoiled() {
            super(Precision.DOUBLE);
        }

        double left(Product product, Matrix a, int row, int k) {
            return product == Product.LEFT_TRANSPOSED ? a.get(k, row) : a.get(row, k);
        }

        double right(Product product, Matrix b, int k, int column) {
            return product == Product.RIGHT_TRANSPOSED ? b.get(column, k) : b.get(k, column);
        }

        double add(double sum, double left, double right) {
            return Math.fma(left, right, sum);
        }

        boolean descends() {
            return false;
        }

        @Override
        public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
            int inner = product.inner(a);
            for (int column = from; column < to; column++) {
                for (int row = 0; row < c.rows(); row++) {
                    double sum = accumulate ? c.get(row, column) : 0;
                    for (int i = 0; i < inner; i++) {
                        int k = descends() ? inner - 1 - i : i;
                        sum = add(sum, left(product, a, row, k), right(product, b, k, column));
                    }
                    c.set(row, column, sum + 0.0);
                }
            }
        }
    }

    private static final class SkippingZeros extends Spoiled {
        @Override
        double add(double sum, double left, double right) {
            return right == 0 ? sum : super.add(sum, left, right);
        }
    }

    private static final class WithoutFma extends Spoiled {
        @Override
        double add(double sum, double left, double right) {
            return sum + left * right;
        }

        @Override
        double fma(double x, double y, double z) {
            return x * y + z;
        }
    }

    static class RoundedTwice implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new WithoutFma();
        }
    }

    @Test
    void killsProductsWithoutFusedMultiplyAdd() {
        ContractRun.of(RoundedTwice.class)
                .killedBy("multipliesEveryShape", "not the same bits", "Math.fma", "tolerance()")
                .killedBy("combines");
    }

    static class DescendingSums implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new Spoiled() {
                @Override
                boolean descends() {
                    return true;
                }
            };
        }
    }

    @Test
    void killsSumsInDescendingOrder() {
        ContractRun.of(DescendingSums.class).killedBy("multipliesEveryShape", "ascending order");
    }

    static class SkipsZerosOfTheLeft implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new Spoiled() {
                @Override
                double add(double sum, double left, double right) {
                    return left == 0 ? sum : super.add(sum, left, right);
                }
            };
        }
    }

    @Test
    void killsProductsThatLoseTheNanOfTheRightOperand() {
        ContractRun.of(SkipsZerosOfTheLeft.class)
                .killedBy("multipliesNanAndInfinity", "expected NaN but got")
                .andByNothingBut("multipliesNanAndInfinity");
    }

    static class SkipsSmallFactors implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new Spoiled() {
                @Override
                double add(double sum, double left, double right) {
                    return Math.abs(left) < Double.MIN_NORMAL ? sum : super.add(sum, left, right);
                }
            };
        }
    }

    @Test
    void killsDenormalsThatAreFlushedToZero() {
        ContractRun.of(SkipsSmallFactors.class).killedBy("multipliesDenormals");
    }

    static class IgnoresAccumulate implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void multiply(
                        Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
                    super.multiply(product, a, b, c, false, from, to);
                }
            };
        }
    }

    @Test
    void killsProductsThatDoNotAccumulate() {
        ContractRun.of(IgnoresAccumulate.class).killedBy("multipliesEveryShape", "added to C");
    }

    static class IgnoresTheRange implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void multiply(
                        Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
                    super.multiply(product, a, b, c, accumulate, 0, c.columns());
                }

                @Override
                public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
                    super.map(f, x, result, from, Math.min(to + 1, x.size()));
                }

                @Override
                public void fillColumns(Matrix b, Matrix c, int from, int to) {
                    super.fillColumns(b, c, Math.max(0, from - 1), to);
                }

                @Override
                public void addRowSums(Matrix x, Matrix sums, int from, int to) {
                    super.addRowSums(x, sums, 0, to);
                }
            };
        }
    }

    static class TakesBytesAsSigned implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.FLOAT) {
                @Override
                public void fillFromBytes(byte[] bytes, int[] places, double factor, Matrix x, int from, int to) {
                    for (int column = from; column < to; column++) {
                        for (int row = 0; row < x.rows(); row++) {
                            x.set(row, column, (float) factor * bytes[places[column] + row]);
                        }
                    }
                }
            };
        }
    }

    @Test
    void killsKernelsThatTakeBytesAsSigned() {
        ContractRun.of(TakesBytesAsSigned.class).killedBy("fillsFromBytes", "byte 255");
    }

    @Test
    void killsKernelsThatWriteOutsideTheRange() {
        ContractRun.of(IgnoresTheRange.class)
                .killedBy("multipliesSomeColumnsAndLeavesTheOthers", "lies outside the range")
                .killedBy("maps", "which lies outside the range")
                .killedBy("fillsColumns")
                .killedBy("addsRowSums");
    }

    static class TrustsTheArraysLength implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void multiply(
                        Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
                    if (!accumulate || to == c.columns()) {
                        double[] all = c.doubles();
                        Arrays.fill(all, c.size(), all.length, 0);
                    }
                    super.multiply(product, a, b, c, accumulate, from, to);
                }
            };
        }
    }

    @Test
    void killsKernelsThatWriteBehindTheLastElement() {
        ContractRun.of(TrustsTheArraysLength.class)
                .killedBy("takesMatricesWithMoreMemoryThanElements", "behind the last element")
                .andByNothingBut("takesMatricesWithMoreMemoryThanElements");
    }

    static class SharedScratch implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                private final double[] scratch = new double[100_000];

                @Override
                public void multiply(
                        Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
                    super.multiply(product, a, b, c, accumulate, from, to);
                    for (int i = from * c.rows(); i < to * c.rows(); i++) {
                        scratch[i] = c.get(i);
                    }
                    LockSupport.parkNanos(100_000);
                    for (int i = from * c.rows(); i < to * c.rows(); i++) {
                        c.set(i, scratch[i]);
                        scratch[i] = -1;
                    }
                }
            };
        }
    }

    @Test
    void killsScratchMemoryThatThreadsShare() {
        ContractRun.of(SharedScratch.class).killedBy("servesManyThreads").andByNothingBut("servesManyThreads");
    }

    static class ClearsItsResultFirst implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
                    result.set(from < to ? from : 0, from < to ? 0 : result.get(0));
                    super.combine(alpha, x, beta, y, result, from, to);
                }
            };
        }
    }

    @Test
    void killsACombineThatCannotWorkInPlace() {
        ContractRun.of(ClearsItsResultFirst.class)
                .killedBy("combinesInPlace", "one of its operands")
                .andByNothingBut("combinesInPlace", "zeroSumsArePositiveInsideAStep");
    }

    static class FloatsComputedInDouble implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.FLOAT) {
                @Override
                double fma(double x, double y, double z) {
                    return Math.fma(x, y, z);
                }
            };
        }
    }

    @Test
    void killsFloatSumsComputedInDouble() {
        ContractRun.of(FloatsComputedInDouble.class).killedBy("multipliesEveryShape", "not the same bits");
    }

    static class NameWithASpace implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public String name() {
                    return "Plain Java";
                }
            };
        }
    }

    @Test
    void killsANameWithASpace() {
        ContractRun.of(NameWithASpace.class)
                .killedBy("hasALegalNameAndAPrecision", "'Plain Java'")
                .andByNothingBut("hasALegalNameAndAPrecision");
    }

    static class ToleranceIsNotALicence implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new Spoiled() {
                @Override
                double add(double sum, double left, double right) {
                    return super.add(sum, left, right) * (1 + 1e-10);
                }
            };
        }

        @Override
        public double tolerance() {
            return 1e-14;
        }
    }

    @Test
    void killsKernelsThatAreFartherOffThanTheySay() {
        ContractRun.of(ToleranceIsNotALicence.class).killedBy("multipliesEveryShape");
    }
}
