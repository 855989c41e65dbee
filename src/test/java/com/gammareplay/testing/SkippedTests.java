package com.gammareplay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Leaves a file that says which tests were skipped and why; the build shows it at the end of the tests. */
public final class SkippedTests implements TestExecutionListener {

    private static final Path FILE = Path.of("target", "skipped-tests-" + TestData.fork() + ".txt");

    /** Reason, class of tests, how many of them. */
    private final Map<String, Map<String, Integer>> skipped = new ConcurrentSkipListMap<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.computeIfAbsent(reason, _ -> new TreeMap<>()).merge(place(test), 1, Integer::sum);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            result.getThrowable()
                    .ifPresent(why -> executionSkipped(
                            test,
                            String.valueOf(why.getMessage()).lines().findFirst().orElse("")));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        var lines = skipped.entrySet().stream()
                .map(reason -> "SKIPPED: " + reason.getKey().replaceFirst("^Assumption failed: ", "") + ": "
                        + tests(reason.getValue()));
        try {
            Files.write(FILE, lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tests(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " (" + count.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String place(TestIdentifier test) {
        return switch (test.getSource().orElse(null)) {
            case MethodSource method -> method.getJavaClass().getSimpleName();
            case ClassSource type -> type.getJavaClass().getSimpleName();
            case null, default -> test.getDisplayName();
        };
    }
}
