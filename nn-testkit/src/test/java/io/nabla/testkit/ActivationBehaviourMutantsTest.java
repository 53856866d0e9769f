package io.nabla.testkit;

import io.nabla.api.Activation;
import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Settings;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Activations that have the right formula and break a promise of the interface do not pass. */
class ActivationBehaviourMutantsTest {
    /** A logistic function to be spoiled. */
    private static class Spoiled implements ElementwiseActivation {
        @Override
        public String name() {
            return "spoiled";
        }

        @Override
        public double value(double z) {
            return Elementary.sigmoid(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }
    }

    static class ValueWithState implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                private int calls;

                @Override
                public double value(double z) {
                    calls++;
                    return Elementary.sigmoid(z) + 1e-13 * (calls % 7);
                }
            };
        }
    }

    @Test
    void killsAValueWithState() {
        ContractRun.of(ValueWithState.class)
                .killedBy("hasNoState", "apply a second time")
                .killedBy("batchIsItsColumnsOneByOne");
    }

    static class TakesAnySetting implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Activation with(Settings settings) {
                    return this;
                }
            };
        }
    }

    @Test
    void killsSettingsThatAreSilentlyLost() {
        ContractRun.of(TakesAnySetting.class).killedBy("settingsAreChecked", "a misspelt one is silently lost");
    }

    static class IsAnotherWithSettings implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Activation with(Settings settings) {
                    settings.onlyKeys();
                    return new Spoiled() {
                        @Override
                        public String name() {
                            return "other";
                        }
                    };
                }
            };
        }
    }

    @Test
    void killsOneThatIsAnotherWithSettings() {
        ContractRun.of(IsAnotherWithSettings.class).killedBy("settingsAreChecked", "spoiled becomes other");
    }

    static class BackwardWritesIntoItsInput implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                    for (int i = 0; i < z.size(); i++) {
                        errorOnA.set(i, errorOnA.get(i) * derivative(z.get(i), a.get(i)));
                    }
                    return errorOnA;
                }
            };
        }
    }

    @Test
    void killsABackwardThatWritesIntoItsInput() {
        ContractRun.of(BackwardWritesIntoItsInput.class)
                .killedBy("argumentsAreNotChanged", "backward changed its argument errorOnA", "read only");
    }

    static class ApplyGivesItsInput implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public double value(double z) {
                    return z;
                }

                @Override
                public double derivative(double z, double a) {
                    return 1;
                }

                @Override
                public Matrix apply(Matrix z) {
                    return z;
                }
            };
        }
    }

    @Test
    void killsAnIdentityThatGivesItsInput() {
        ContractRun.of(ApplyGivesItsInput.class)
                .killedBy("argumentsAreNotChanged", "apply gives the memory of its argument z")
                .andByNothingBut("argumentsAreNotChanged");
    }

    static class LeaksAcrossColumns implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Matrix apply(Matrix z) {
                    Matrix a = super.apply(z);
                    a.set(0, a.get(0) + 1e-13 * a.get(a.size() - 1));
                    return a;
                }
            };
        }
    }

    @Test
    void killsAnActivationThatMixesExamples() {
        ContractRun.of(LeaksAcrossColumns.class)
                .killedBy("batchIsItsColumnsOneByOne", "column 0 of a batch of 11")
                .killedBy("matricesAgreeWithSingleNumbers", "apply against value");
    }

    static class SharedBuffer implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                private double[] buffer = new double[0];

                @Override
                public Matrix apply(Matrix z) {
                    if (buffer.length < z.size()) {
                        buffer = new double[z.size()];
                    }
                    for (int i = 0; i < z.size(); i++) {
                        buffer[i] = z.get(i);
                    }
                    LockSupport.parkNanos(100_000);
                    Matrix a = z.copy();
                    for (int i = 0; i < z.size(); i++) {
                        a.set(i, value(buffer[i]));
                        buffer[i] = Double.NaN;
                    }
                    return a;
                }
            };
        }
    }

    @Test
    void killsABufferThatThreadsShare() {
        ContractRun.of(SharedBuffer.class)
                .killedBy("servesManyThreads", "eight threads at once")
                .andByNothingBut("servesManyThreads");
    }

    static class NameWithASpace implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("my sigmoid", Elementary::sigmoid, (z, a) -> a * (1 - a));
        }
    }

    @Test
    void killsANameWithASpace() {
        ContractRun.of(NameWithASpace.class)
                .killedBy("nameIsLegalAndStable", "'my sigmoid'", "lower-case letters")
                .andByNothingBut("nameIsLegalAndStable");
    }

    static class NameThatChanges implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                private int calls;

                @Override
                public String name() {
                    calls++;
                    return "spoiled-" + calls;
                }
            };
        }
    }

    @Test
    void killsANameThatChanges() {
        ContractRun.of(NameThatChanges.class).killedBy("nameIsLegalAndStable", "could not find it again");
    }

    static class DoubleArithmeticOnly implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Matrix apply(Matrix z) {
                    return Matrix.zeros(new ReferenceKernels(Precision.DOUBLE), z.rows(), z.columns())
                            .plus(doubles(z).map(this::value));
                }

                private Matrix doubles(Matrix z) {
                    Matrix copy = Matrix.zeros(new ReferenceKernels(Precision.DOUBLE), z.rows(), z.columns());
                    for (int i = 0; i < z.size(); i++) {
                        copy.set(i, z.get(i));
                    }
                    return copy;
                }

                @Override
                public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                    Matrix result = errorOnA.copy();
                    for (int i = 0; i < z.size(); i++) {
                        result.set(i, errorOnA.get(i) * derivative(z.get(i), a.get(i)));
                    }
                    return result;
                }
            };
        }
    }

    @Test
    void killsAResultOfTheOtherPrecision() {
        ContractRun.of(DoubleArithmeticOnly.class)
                .killedBy("floatsAgreeWithDoubles", "a matrix of double for one of float");
    }
}
