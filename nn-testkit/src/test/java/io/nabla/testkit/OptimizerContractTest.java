package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.State;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OptimizerContractTest {
    @Nested
    class DescentTest implements OfDescent, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter ->
                    Optimizer.Update.stateless((w, nabla, m, pace) -> w.combine(1, -0.1 * pace / m, nabla)));
        }
    }

    @Nested
    class MomentumTest implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> new Optimizer.Update() {
                private final Matrix v = zerosLike(parameter.value());

                @Override
                public void step(Matrix w, Matrix nabla, int m, double pace) {
                    v.combine(0.5, -0.1 * pace / m, nabla);
                    w.combine(1, 1, v);
                }

                @Override
                public Optional<State> state() {
                    return Optional.of(State.empty().with("v", v));
                }

                @Override
                public void restore(State state) {
                    state.copyTo("v", v);
                }
            });
        }

        @Override
        public double[] expected() {
            // v = -0.05, then -0.025 + 0.025 = 0, then -0.1
            return new double[] {0.95, 0.95, 0.85};
        }

        @Override
        public boolean staysWhereTheGradientIsZero() {
            return true;
        }
    }

    @Nested
    class WeightDecayTest implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1 - 0.01 * pace, -0.1 * pace / m, nabla));
        }

        @Override
        public boolean staysWhereTheGradientIsZero() {
            return false;
        }
    }

    private static Matrix zerosLike(Matrix matrix) {
        return Matrix.zeros(matrix.kernels(), matrix.rows(), matrix.columns());
    }

    private interface Rule {
        Optimizer.Update start(Parameter parameter);
    }

    private static Optimizer descent(Rule rule) {
        return new Optimizer() {
            @Override
            public String name() {
                return "descent";
            }

            @Override
            public Update start(Parameter parameter) {
                return rule.start(parameter);
            }
        };
    }

    /** What gradient descent with a learning rate of 0.1 does. */
    private interface OfDescent extends OptimizerContract {
        @Override
        default double[] expected() {
            return new double[] {0.95, 0.975, 0.875};
        }
    }

    static class DoubledRate implements OfDescent, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1, -2 * 0.1 * pace / m, nabla));
        }
    }

    @Test
    void killsADoubledLearningRate() {
        ContractRun.of(DoubledRate.class)
                .killedBy("firstStepsAreAsExpected", "leads to 0.9 but should to 0.95", "2 times as long")
                .andByNothingBut("firstStepsAreAsExpected");
    }

    static class NotDivided implements OfDescent, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1, -0.1 * pace, nabla));
        }
    }

    @Test
    void killsAStepByTheSum() {
        ContractRun.of(NotDivided.class)
                .killedBy("dividesByTheExamplesInTheMiniBatch", "summed over 2 examples")
                .killedBy("firstStepsAreAsExpected", "4 times as long");
    }

    static class KnowsNoPace implements OfDescent, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1, -0.1 / m, nabla));
        }
    }

    @Test
    void killsAStepThatOverlooksItsPace() {
        ContractRun.of(KnowsNoPace.class)
                .killedBy("goesAtThePaceOfTheStep", "at a pace of 0")
                .andByNothingBut("goesAtThePaceOfTheStep");
    }

    static class FirstSizeForever implements OfDescent, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> new Optimizer.Update() {
                private int nominal;

                @Override
                public void step(Matrix w, Matrix nabla, int m, double pace) {
                    nominal = nominal == 0 ? m : nominal;
                    w.combine(1, -0.1 * pace / nominal, nabla);
                }
            });
        }
    }

    @Test
    void killsDivisionByTheNominalSize() {
        ContractRun.of(FirstSizeForever.class)
                .killedBy("takesEachMiniBatchesOwnSize", "after step 3")
                .andByNothingBut("takesEachMiniBatchesOwnSize");
    }

    static class Ascent implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1, 0.1 * pace / m, nabla));
        }
    }

    @Test
    void killsAStepUp() {
        ContractRun.of(Ascent.class)
                .killedBy("descendsABowl", "is the sign of the step wrong")
                .andByNothingBut("descendsABowl");
    }

    static class SharedState implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            Optimizer.Update shared = new Optimizer.Update() {
                private double speed;

                @Override
                public void step(Matrix w, Matrix nabla, int m, double pace) {
                    speed = 0.5 * speed + 0.1 * pace / m * nabla.get(0);
                    for (int i = 0; i < w.size(); i++) {
                        w.set(i, w.get(i) - 0.1 * pace / m * nabla.get(i) - 0.01 * speed);
                    }
                }
            };
            return descent(parameter -> shared);
        }
    }

    @Test
    void killsStateThatParametersShare() {
        ContractRun.of(SharedState.class).killedBy("keepsTheStateOfEachParameterApart", "is state shared");
    }

    static class CountsStepsOfAll implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            int[] steps = new int[1];
            return descent(parameter -> (w, nabla, m, pace) -> {
                steps[0]++;
                w.combine(1, -0.1 * pace / m / Math.sqrt(steps[0]), nabla);
            });
        }
    }

    @Test
    void killsAStepCountThatParametersShare() {
        ContractRun.of(CountsStepsOfAll.class)
                .killedBy("keepsTheStateOfEachParameterApart")
                .andByNothingBut("keepsTheStateOfEachParameterApart");
    }

    static class SecretDecay implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1 - 1e-4 * pace, -0.1 * pace / m, nabla));
        }
    }

    @Test
    void killsWeightDecayThatIsNotDeclared() {
        ContractRun.of(SecretDecay.class)
                .killedBy("staysWithoutAGradient", "weight decay?")
                .andByNothingBut("staysWithoutAGradient");
    }

    static class MovesACopy implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> {
                Matrix own = parameter.value().copy();
                return (w, nabla, m, pace) -> own.combine(1, -0.1 * pace / m, nabla);
            });
        }
    }

    @Test
    void killsAStepThatMovesACopy() {
        ContractRun.of(MovesACopy.class)
                .killedBy("movesTheParameterInPlace", "or a copy?")
                .killedBy("descendsABowl");
    }

    /** Momentum, in a form that each mutant of its state gets wrong in its own way. */
    private abstract static class Remembering implements Optimizer.Update {
        Matrix v;

        Remembering(Parameter parameter) {
            v = zerosLike(parameter.value());
        }

        @Override
        public void step(Matrix w, Matrix nabla, int m, double pace) {
            v.combine(0.5, -0.1 * pace / m, nabla);
            w.combine(1, 1, v);
        }
    }

    static class ForgetsItsVelocity implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> new Remembering(parameter) {
                @Override
                public Optional<State> state() {
                    return Optional.of(State.empty());
                }

                @Override
                public void restore(State state) {
                    // The velocity is lost.
                }
            });
        }
    }

    @Test
    void killsAStateThatIsNotAll() {
        ContractRun.of(ForgetsItsVelocity.class)
                .killedBy("goesOnFromItsStateWithTheSameBits", "in step 4", "does state() tell everything")
                .andByNothingBut("goesOnFromItsStateWithTheSameBits");
    }

    static class CallsItselfStateless implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> Optimizer.Update.stateless(new Remembering(parameter) {}));
        }
    }

    @Test
    void killsARuleThatSaysItRemembersNothing() {
        ContractRun.of(CallsItselfStateless.class)
                .killedBy("goesOnFromItsStateWithTheSameBits", "in step 4")
                .andByNothingBut("goesOnFromItsStateWithTheSameBits");
    }

    static class SharesItsVelocity implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> new Remembering(parameter) {
                @Override
                public Optional<State> state() {
                    return Optional.of(State.empty().with("v", v));
                }

                @Override
                public void restore(State state) {
                    v = state.matrices().get("v");
                }
            });
        }
    }

    @Test
    void killsARestoredStateThatIsStillTheOthers() {
        ContractRun.of(SharesItsVelocity.class)
                .killedBy("goesOnFromItsStateWithTheSameBits", "does restore(state) copy it?")
                .andByNothingBut("goesOnFromItsStateWithTheSameBits");
    }

    static class TooManyFigures implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1, -0.1 * pace / m, nabla));
        }

        @Override
        public double[] expected() {
            return new double[] {0.95, 0.975, 0.875, 0.8};
        }
    }

    @Test
    void asksForAGradientForEachExpectedFigure() {
        ContractRun.of(TooManyFigures.class)
                .killedBy("firstStepsAreAsExpected", "expected() has 4 figures but gradients() only 3");
    }

    static class RightWithoutFigures implements OptimizerContract, OnReferenceKernels {
        @Override
        public Optimizer optimizer() {
            return descent(parameter -> (w, nabla, m, pace) -> w.combine(1, -0.1 * pace / m, nabla));
        }
    }

    @Test
    void skipsTheFiguresThatATestDoesNotGive() {
        ContractRun run = ContractRun.of(RightWithoutFigures.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isEqualTo(9);
    }
}
