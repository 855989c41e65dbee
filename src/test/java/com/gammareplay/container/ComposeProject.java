package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The compose file as it stands, as a project of its own with the image under test. */
final class ComposeProject implements AutoCloseable {

    private final String name;
    private final Map<String, String> settings;
    private final String image = Image.name();
    private final List<String> compose;

    /** @param settings variables of the compose file */
    ComposeProject(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = settings;
        compose = run(List.of("docker", "compose", "version")).isSuccess()
                ? List.of("docker", "compose")
                : List.of("docker-compose");
    }

    private record Ended(int status, String output) {
        boolean isSuccess() {
            return status == 0;
        }
    }

    /** What a command prints that must succeed. */
    String compose(String... arguments) {
        var command = new ArrayList<>(compose);
        command.addAll(List.of("-p", name));
        command.addAll(List.of(arguments));
        return succeeded(run(command));
    }

    /** What a command of the engine prints that must succeed. */
    String docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return succeeded(run(command));
    }

    /** Whether a command succeeds. */
    boolean tried(String... command) {
        return run(List.of(command)).isSuccess();
    }

    private static String succeeded(Ended ended) {
        assertThat(ended.isSuccess()).as(ended.output()).isTrue();
        return ended.output().strip();
    }

    /** The ids of the containers that run for a service. */
    List<String> containers(String service) {
        return compose("ps", "-q", service).lines().toList();
    }

    private Ended run(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GAMMA_IMAGE", image);
        builder.environment().putAll(settings);
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new AssertionError("no command " + command.getFirst(), e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Removes all that there is of it. */
    @Override
    public void close() {
        compose("--profile", "cluster", "down", "--volumes");
    }
}
