package com.gammareplay.crash;

import com.gammareplay.Application;
import com.gammareplay.testing.Patience;
import com.gammareplay.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service in a process of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Patience.LIMIT;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a free port, with the classes of this process; its output goes to the end of {@code home/log}. */
    static ServiceProcess start(Path home, Path recordings, String... more) {
        var port = Ports.free();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-XX:+UseSystemMemoryBarrier",
                "-XX:TieredStopAtLevel=" + System.getProperty("gamma.trial.tier", "1"),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "--server.port=" + port,
                "--gamma.home=" + home,
                "--gamma.data-dir=" + recordings));
        command.addAll(List.of(more));
        var log = home.resolveSibling("service.log").toFile();
        try {
            return new ServiceProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start(),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws AssertionError if it does not start
     */
    ServiceProcess awaitAnswer() {
        var caller = new Caller();
        Caller.await("the service answers", START, () -> {
            if (!isAlive()) {
                throw new AssertionError("the service must start");
            }
            return caller.get(port, "/api/v1/queue").isPresent();
        });
        return this;
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** With which it has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    /** As by kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As by kill. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** As by kill; whether it ended in that time. */
    boolean stop(Duration atMost) {
        process.destroy();
        try {
            return process.waitFor(atMost);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Lets it stand still, as machines do that are moved or have no memory left. */
    void pause() {
        signal("STOP");
    }

    /** Lets it go on after a pause. */
    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new IllegalStateException("the signal " + name + " could not be sent");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
