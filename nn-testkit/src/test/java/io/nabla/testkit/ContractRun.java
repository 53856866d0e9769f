package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;

/**
 * What became of the tests of a class that implements a contract.
 *
 * @param failures why each test failed that did, by its name
 * @param passed how many tests passed
 */
record ContractRun(Map<String, Throwable> failures, long passed) {
    static ContractRun of(Class<?> testClass) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute()
                .testEvents();
        Map<String, Throwable> failures = new TreeMap<>();
        for (Event event : tests.failed().list()) {
            failures.put(
                    event.getTestDescriptor().getDisplayName().replace("()", ""),
                    event.getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow());
        }
        return new ContractRun(failures, tests.succeeded().count());
    }

    /** Asserts that a test failed by an assertion, not by an exception, with a message that holds all these parts. */
    ContractRun killedBy(String test, String... parts) {
        assertThat(failures).as("tests that failed").containsKey(test);
        assertThat(failures.get(test)).isInstanceOf(AssertionFailedError.class);
        for (String part : parts) {
            assertThat(failures.get(test)).hasMessageContaining(part);
        }
        return this;
    }

    /** Asserts that no test failed but these. */
    void andByNothingBut(String... tests) {
        assertThat(failures).containsOnlyKeys(tests);
    }
}
