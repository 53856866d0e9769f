package io.nabla.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.nabla.api.Activation;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house's picture in docs/architecture.md, held against the code. */
class ArchitectureTest {
    private static final String API = "io.nabla.api..";
    private static final String CORE = "io.nabla.core..";
    private static final String GUICE = "io.nabla.guice..";
    private static final String TESTKIT = "io.nabla.testkit..";
    private static final String IO = "io.nabla.io..";
    private static final String SERVING = "io.nabla.serving..";
    private static final String EXAMPLES = "io.nabla.examples..";
    private static final String[] PLUGINS = {
        "io.nabla.activations..",
        "io.nabla.costs..",
        "io.nabla.layers..",
        "io.nabla.optimizers..",
        "io.nabla.initializers..",
        "io.nabla.clipping..",
        "io.nabla.regularizers..",
        "io.nabla.schedules..",
        "io.nabla.data..",
        "io.nabla.simd.."
    };

    private static final JavaClasses HOUSE = NablaClasses.all();
    private static final JavaClasses LIBRARIES = HOUSE.that(resideOutsideOfPackages(EXAMPLES));

    @Test
    void everyModuleWasLookedAt() {
        for (String packages : PLUGINS) {
            assertThat(HOUSE.that(resideInAnyPackage(packages)))
                    .describedAs(packages)
                    .isNotEmpty();
        }
        for (String packages : new String[] {API, CORE, IO, SERVING, GUICE, TESTKIT, EXAMPLES}) {
            assertThat(HOUSE.that(resideInAnyPackage(packages)))
                    .describedAs(packages)
                    .isNotEmpty();
        }
    }

    @Test
    void theApiDependsOnNothingButTheJavaBase() {
        ModuleDescriptor descriptor = NablaClasses.moduleOf(Activation.class);
        Set<String> required = descriptor.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
        assertThat(required).containsExactly("java.base");
        classes()
                .that()
                .resideInAPackage(API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        API, "java.lang..", "java.util..", "java.io..", "java.net", "java.nio..", "java.security..")
                .check(HOUSE);
    }

    @Test
    void pluginModulesDoNotSeeTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(PLUGINS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, IO, SERVING, GUICE, TESTKIT, EXAMPLES)
                .check(HOUSE);
    }

    @Test
    void theCoreDoesNotSeePluginsNorGuice() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLUGINS)
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(IO, SERVING, GUICE, TESTKIT, EXAMPLES, "com.google..")
                .check(HOUSE);
    }

    @Test
    void theTestkitKnowsTheApiAlone() {
        noClasses()
                .that()
                .resideInAPackage(TESTKIT)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.nabla..").and(resideOutsideOfPackages(API, TESTKIT)))
                .check(HOUSE);
    }

    @Test
    void filesOfModelsKnowTheApiAndTheCoreAlone() {
        noClasses()
                .that()
                .resideInAPackage(IO)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.nabla..").and(resideOutsideOfPackages(API, CORE, IO)))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage(GUICE, TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(IO)
                .check(HOUSE);
    }

    @Test
    void servingKnowsModelsAndDataButNoPlugins() {
        noClasses()
                .that()
                .resideInAPackage(SERVING)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.nabla..")
                        .and(resideOutsideOfPackages(API, CORE, IO, "io.nabla.data..", SERVING)))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage(GUICE, TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVING)
                .check(HOUSE);
    }

    @Test
    void jsonIsReadAndWrittenInTwoPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages(IO, EXAMPLES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.annotation..")
                .check(HOUSE);
    }

    @Test
    void nobodySeesTheProgram() {
        noClasses()
                .that()
                .resideOutsideOfPackage(EXAMPLES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(EXAMPLES)
                .check(HOUSE);
    }

    @Test
    void guiceIsStartedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GUICE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Guice.class)
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.nabla.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void librariesDoNotWriteToTheStandardStreams() {
        noClasses().should(ACCESS_STANDARD_STREAMS).check(LIBRARIES);
    }

    @Test
    void librariesLogThroughSlf4jAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ch.qos.logback..", "java.util.logging..", "org.apache.logging..")
                .check(LIBRARIES);
    }

    @Test
    void nothingIsSerializedByJava() {
        // Exceptions and enums are Serializable by their nature; nobody writes or reads them.
        noClasses()
                .that()
                .areNotAssignableTo(Throwable.class)
                .and()
                .areNotAssignableTo(Enum.class)
                .should()
                .beAssignableTo(Serializable.class)
                .check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.<JavaClass>describe(
                        "read or write Java's own serialization",
                        type -> type.isEquivalentTo(ObjectInputStream.class)
                                || type.isEquivalentTo(ObjectOutputStream.class)))
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(HOUSE);
    }

    @Test
    void everyTypeIsAnInterfaceAnEnumARecordOrAFinalClass() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(HOUSE);
        noClasses()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.ABSTRACT)
                .check(HOUSE);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(HOUSE);
    }

    @Test
    void resultsAreComputedTheSameOnEveryMachine() {
        Set<String> inexact = Set.of(
                "exp", "expm1", "log", "log1p", "log10", "sin", "cos", "tan", "tanh", "sinh", "cosh", "pow", "cbrt");
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.<JavaMethodCall>describe(
                        "a function of Math whose last bit depends on the machine",
                        call -> call.getTargetOwner().isEquivalentTo(Math.class)
                                && inexact.contains(call.getTarget().getName())))
                .check(HOUSE.that(resideOutsideOfPackages(TESTKIT)));
    }
}
