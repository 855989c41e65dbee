package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.Machine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/** The image of the project's Dockerfile, built once a build of the project, by the command that users have. */
final class Image {

    private static final String NAME = "gamma-replay:tested";
    /** The engine would do all of it twice for two JVMs that build at the same time. */
    private static final Path LOCK = Path.of("target", "image.lock");

    private static boolean isBuilt;

    private Image() {}

    /**
     * The name of the image; without an engine the calling test is skipped. Where its bases cannot be had, {@code
     * GAMMA_BUILD_IMAGE} and {@code GAMMA_RUNTIME_IMAGE} name others, as for the compose file.
     */
    static synchronized String name() {
        Machine.requires(
                DockerClientFactory.instance().isDockerAvailable(),
                "the image can only be tried where an engine for containers is, such as Docker");
        if (!isBuilt) {
            build();
            isBuilt = true;
        }
        return NAME;
    }

    private static void build() {
        var command = new ArrayList<>(List.of("docker", "build", "-t", NAME, "."));
        for (var argument : List.of("BUILD_IMAGE", "RUNTIME_IMAGE")) {
            var base = System.getenv("GAMMA_" + argument);
            if (base != null) {
                command.addAll(List.of("--build-arg", argument + "=" + base));
            }
        }
        try (var file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException e) {
            throw new AssertionError("there is an engine, but no command docker", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
