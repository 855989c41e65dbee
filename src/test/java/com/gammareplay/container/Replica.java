package com.gammareplay.container;

import java.util.ArrayList;
import java.util.List;

/** A replica, called past the proxy. */
record Replica(ComposeProject project, String id) {

    private static final String ROOT = "http://127.0.0.1:8080";

    /** The body of an answer that must be a success. */
    String get(String path) {
        return call(ROOT + path, "--fail-with-body");
    }

    /** The body of an answer that must be a success. */
    String post(String path, String json) {
        return call(ROOT + path, "--fail-with-body", "-H", "Content-Type: application/json", "-d", json);
    }

    /** What curl in the replica's container prints. */
    String call(String... arguments) {
        var command = new ArrayList<>(List.of("exec", id, "curl", "-sS"));
        command.addAll(List.of(arguments));
        return project.docker(command.toArray(String[]::new));
    }

    boolean isReady() {
        return project.tried("docker", "exec", id, "curl", "-sf", ROOT + "/actuator/health/readiness");
    }

    void pause() {
        project.docker("pause", id);
    }

    void goOn() {
        project.docker("unpause", id);
    }

    void kill() {
        project.docker("kill", id);
    }

    void start() {
        project.docker("start", id);
    }

    /** As by docker stop and start, with the compose file's grace. */
    void restart() {
        project.docker("restart", "-t", "15", id);
    }
}
