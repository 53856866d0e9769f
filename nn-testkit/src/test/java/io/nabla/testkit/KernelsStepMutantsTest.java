package io.nabla.testkit;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Kernels that are wrong where they do two things at once, at zeros, or in a function that they know by name. */
class KernelsStepMutantsTest {
    /** The reference with a product whose elements are computed one by one. */
    private static class Spoiled extends ReferenceKernels {
        Spoiled(Precision precision) {
            super(precision);
        }

        double sum(Product product, Matrix a, Matrix b, double start, int row, int column) {
            return PlainLoops.product(product, a, b, start, row, column, false);
        }

        @Override
        public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
            for (int column = from; column < to; column++) {
                for (int row = 0; row < c.rows(); row++) {
                    double start = accumulate ? c.get(row, column) : 0;
                    c.set(row, column, sum(product, a, b, start, row, column));
                }
            }
        }
    }

    /** The reference with a step whose elements are computed one by one. */
    private static class SpoiledStep extends ReferenceKernels {
        SpoiledStep() {
            super(Precision.DOUBLE);
        }

        double moved(double c, double factor, double sum) {
            return Math.fma(factor, sum, c);
        }

        @Override
        public void addProduct(double factor, Matrix a, Matrix b, Matrix c, Matrix scratch, int from, int to) {
            for (int column = from; column < to; column++) {
                for (int row = 0; row < c.rows(); row++) {
                    double sum = PlainLoops.product(Product.RIGHT_TRANSPOSED, a, b, 0, row, column, true);
                    c.set(row, column, moved(c.get(row, column), factor, sum));
                }
            }
        }
    }

    static class BiasLast implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void affine(Matrix w, Matrix a, Matrix b, Matrix z, int from, int to) {
                    multiply(Product.PLAIN, w, a, z, false, from, to);
                    for (int i = from * z.rows(); i < to * z.rows(); i++) {
                        z.set(i, z.get(i) + b.get(i % z.rows()));
                    }
                }
            };
        }
    }

    @Test
    void killsBiasesAddedAfterTheSum() {
        ContractRun.of(BiasLast.class)
                .killedBy("beginsSumsAtTheBiases", "affine of ")
                .andByNothingBut("beginsSumsAtTheBiases");
    }

    static class AffineOfAllColumns implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.FLOAT) {
                @Override
                public void affine(Matrix w, Matrix a, Matrix b, Matrix z, int from, int to) {
                    super.affine(w, a, b, z, 0, to);
                }
            };
        }
    }

    @Test
    void killsAnAffineThatIgnoresItsRange() {
        ContractRun.of(AffineOfAllColumns.class)
                .killedBy("beginsSumsAtTheBiases", "columns 1 to")
                .andByNothingBut("beginsSumsAtTheBiases");
    }

    static class AffineKeepsMinusZero implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void affine(Matrix w, Matrix a, Matrix b, Matrix z, int from, int to) {
                    fillColumns(b, z, from, to);
                    if (Expect.greatest(a) > 0) {
                        multiply(Product.PLAIN, w, a, z, true, from, to);
                    }
                }
            };
        }
    }

    @Test
    void killsABiasOfMinusZeroThatComesOutOfInputsOfZero() {
        ContractRun.of(AffineKeepsMinusZero.class).killedBy("zeroSumsArePositiveInsideAStep", "but got -0.0");
    }

    static class StepRoundedTwice implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new SpoiledStep() {
                @Override
                double moved(double c, double factor, double sum) {
                    return c + factor * sum;
                }
            };
        }
    }

    @Test
    void killsAStepWithoutFusedMultiplyAdd() {
        ContractRun.of(StepRoundedTwice.class)
                .killedBy("addsAProductAsIfItWereStoredFirst", "addProduct of -0.3")
                .andByNothingBut("addsAProductAsIfItWereStoredFirst");
    }

    static class SkipsStepsOfZero implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new SpoiledStep() {
                @Override
                double moved(double c, double factor, double sum) {
                    return sum == 0 ? c : super.moved(c, factor, sum);
                }
            };
        }
    }

    @Test
    void killsAStepOfZeroThatLeavesMinusZero() {
        ContractRun.of(SkipsStepsOfZero.class)
                .killedBy("addsAProductAsIfItWereStoredFirst")
                .killedBy("zeroSumsArePositiveInsideAStep")
                .andByNothingBut("addsAProductAsIfItWereStoredFirst", "zeroSumsArePositiveInsideAStep");
    }

    static class SkipsAFactorOfZero implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new SpoiledStep() {
                @Override
                double moved(double c, double factor, double sum) {
                    return factor == 0 ? c : super.moved(c, factor, sum);
                }
            };
        }
    }

    @Test
    void killsAFactorOfZeroThatHidesNan() {
        ContractRun.of(SkipsAFactorOfZero.class)
                .killedBy("addsAProductAsIfItWereStoredFirst", "addProduct of 0.0")
                .andByNothingBut("addsAProductAsIfItWereStoredFirst");
    }

    static class StepsOutsideItsRange implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void addProduct(double factor, Matrix a, Matrix b, Matrix c, Matrix scratch, int from, int to) {
                    super.addProduct(factor, a, b, c, scratch, from, Math.min(c.columns(), (to + 3) / 4 * 4));
                }
            };
        }
    }

    @Test
    void killsAStepThatRoundsItsRangeUp() {
        ContractRun.of(StepsOutsideItsRange.class)
                .killedBy("addsAProductAsIfItWereStoredFirst")
                .andByNothingBut("addsAProductAsIfItWereStoredFirst");
    }

    static class AllOfTheScratch implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void addProduct(double factor, Matrix a, Matrix b, Matrix c, Matrix scratch, int from, int to) {
                    scratch.fill(0);
                    super.addProduct(factor, a, b, c, scratch, from, to);
                }
            };
        }
    }

    @Test
    void killsAStepThatClearsTheScratchOfOtherThreads() {
        ContractRun.of(AllOfTheScratch.class)
                .killedBy("addsAProductAsIfItWereStoredFirst", "its scratch was written", "another thread")
                .andByNothingBut("addsAProductAsIfItWereStoredFirst");
    }

    static class KeepsMinusZero implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new Spoiled(Precision.DOUBLE) {
                @Override
                double sum(Product product, Matrix a, Matrix b, double start, int row, int column) {
                    double sum = super.sum(product, a, b, start, row, column);
                    return sum == 0 && b.get(0) == 0 ? start : sum;
                }
            };
        }
    }

    @Test
    void killsProductsOfZerosThatLeaveMinusZero() {
        ContractRun.of(KeepsMinusZero.class).killedBy("zeroSumsArePositive", "added to C", "but got -0");
    }

    static class UnderflowsToMinusZero implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new Spoiled(Precision.FLOAT) {
                @Override
                double sum(Product product, Matrix a, Matrix b, double start, int row, int column) {
                    double sum = super.sum(product, a, b, start, row, column);
                    return sum == 0 && a.get(0) * b.get(0) < 0 ? -0.0 : sum;
                }
            };
        }
    }

    @Test
    void killsSumsThatUnderflowToMinusZero() {
        ContractRun.of(UnderflowsToMinusZero.class)
                .killedBy("zeroSumsArePositive")
                .killedBy("zeroSumsArePositiveInsideAStep");
    }

    static class TakesNanForZero implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void multiply(
                        Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
                    Matrix cleaned = b.copy().map(x -> Math.abs(x) > 0 ? x : 0);
                    super.multiply(product, a, cleaned, c, accumulate, from, to);
                }
            };
        }
    }

    @Test
    void killsProductsThatTakeNanForAZeroFactor() {
        ContractRun.of(TakesNanForZero.class).killedBy("keepsANanAmongZeroFactors", "expected NaN but got");
    }

    static class WrongFunctions implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                @Override
                public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
                    super.map(f == ElementaryFunction.RELU ? z -> z > 0 ? z : 0 : f, x, result, from, to);
                }

                @Override
                public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
                    DoubleBinaryOperator relu = (error, a) -> a > 0 ? error : 0;
                    super.zip(f == ElementaryBackward.RELU ? relu : f, x, y, result, from, to);
                }
            };
        }
    }

    @Test
    void killsRectifiersThatLoseNan() {
        ContractRun.of(WrongFunctions.class)
                .killedBy("mapsElementaryFunctionsAtHardPoints", "RELU of NaN")
                .killedBy("mapsElementaryFunctionsOverRangesOfEveryLength")
                .killedBy("mapsElementaryFunctionsInPlace")
                .killedBy("zipsElementaryBackwardAtHardPoints", "RELU back")
                .killedBy("zipsElementaryBackwardOverRangesOfEveryLength");
    }

    static class FunctionsInDouble implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.FLOAT) {
                @Override
                public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
                    DoubleUnaryOperator sigmoid = z -> ElementaryFunction.SIGMOID.applyAsDouble(z);
                    super.map(f == ElementaryFunction.SIGMOID ? sigmoid : f, x, result, from, to);
                }
            };
        }
    }

    @Test
    void killsFloatFunctionsThatAreComputedInDouble() {
        ContractRun.of(FunctionsInDouble.class).killedBy("mapsElementaryFunctionsAtHardPoints", "SIGMOID of");
    }

    static class WholeVectors implements KernelsContract {
        @Override
        public Kernels kernels() {
            return new ReferenceKernels(Precision.DOUBLE) {
                private int whole(Matrix x, int from, int to) {
                    return Math.min(x.size(), from + (to - from + 3) / 4 * 4);
                }

                @Override
                public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
                    super.map(f, x, result, from, f instanceof ElementaryFunction ? whole(x, from, to) : to);
                }

                @Override
                public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
                    super.zip(f, x, y, result, from, f instanceof ElementaryBackward ? whole(x, from, to) : to);
                }
            };
        }
    }

    @Test
    void killsFunctionsThatWriteWholeVectorsBehindTheRange() {
        ContractRun.of(WholeVectors.class)
                .killedBy("mapsElementaryFunctionsOverRangesOfEveryLength", "outside the range")
                .killedBy("zipsElementaryBackwardOverRangesOfEveryLength", "outside the range")
                .andByNothingBut(
                        "mapsElementaryFunctionsOverRangesOfEveryLength",
                        "zipsElementaryBackwardOverRangesOfEveryLength");
    }
}
