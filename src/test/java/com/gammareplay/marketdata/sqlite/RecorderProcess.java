package com.gammareplay.marketdata.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process that writes to a recording: locks of SQLite's mean something between processes only.
 *
 * <p>It executes its statements once, or again and again, each time in one transaction, until its input ends.
 */
final class RecorderProcess implements AutoCloseable {

    private final Process process;

    private RecorderProcess(Process process) {
        this.process = process;
    }

    /** Executes statements, keeps the connection with whatever it holds, and returns. */
    static RecorderProcess once(Path file, String... statements) {
        return start("once", file, statements);
    }

    /** Returns when the statements have been executed in a transaction, and goes on with further ones. */
    static RecorderProcess repeating(Path file, String... statements) {
        return start("repeating", file, statements);
    }

    private static RecorderProcess start(String mode, Path file, String... statements) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RecorderProcess.class.getName(),
                mode,
                file.toString()));
        command.addAll(List.of(statements));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (!"ready".equals(output.readLine())) {
                throw new IllegalStateException("the recorder's process ended with " + process.waitFor());
            }
            return new RecorderProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it like a power cut. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().join();
    }

    static void main(String[] arguments) throws SQLException, InterruptedException {
        var statements = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[1] + "?busy_timeout=10000")) {
            TestRecording.execute(connection, statements);
            System.out.println("ready");
            var isOver = new AtomicBoolean();
            var ending = Thread.ofVirtual().start(() -> isOver.set(awaitEndOfInput()));
            while (arguments[0].equals("repeating") && !isOver.get()) {
                connection.setAutoCommit(false);
                TestRecording.execute(connection, statements);
                connection.commit();
            }
            ending.join();
        }
    }

    private static boolean awaitEndOfInput() {
        try {
            return System.in.read() < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
