package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.testing.Patience;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ExecInContainerPattern;
import org.testcontainers.utility.LogUtils;

/** A container of the image as it should be run: its root read-only, no capability, its port on loopback. */
final class ServiceContainer implements AutoCloseable {

    static final String HOME = "/var/lib/gamma-replay";

    private static final ExposedPort PORT = ExposedPort.tcp(8080);

    private final HostConfig host = HostConfig.newHostConfig()
            .withReadonlyRootfs(true)
            .withCapDrop(Capability.ALL)
            .withSecurityOpts(List.of("no-new-privileges:true"))
            .withPortBindings(PortBinding.parse("127.0.0.1::8080"));
    private final List<Bind> binds = new ArrayList<>();
    private final List<String> environment = new ArrayList<>(List.of("GAMMA_ALLOW_ANONYMOUS=true"));
    private String id = "";

    private static DockerClient docker() {
        return DockerClientFactory.lazyClient();
    }

    /** With a folder of recordings, mounted read-only. */
    ServiceContainer recordings(Path folder) {
        binds.add(Bind.parse(folder.toAbsolutePath() + ":/data:ro"));
        return this;
    }

    /** With a file system in memory as its home. */
    ServiceContainer home(String options) {
        host.withTmpFs(Map.of(HOME, options));
        return this;
    }

    ServiceContainer memory(int megabytes) {
        var bytes = (long) megabytes << 20;
        host.withMemory(bytes).withMemorySwap(bytes);
        return this;
    }

    ServiceContainer setting(String name, String value) {
        environment.add(name + "=" + value);
        return this;
    }

    /** Starts it, and waits until the service can take jobs. */
    ServiceContainer start(String... command) {
        begin(command);
        awaitReady();
        return this;
    }

    /** Starts it, and waits until it has ended; its exit status. */
    int run(String... command) {
        begin(command);
        return awaitEnd();
    }

    private void begin(String... command) {
        var creation = docker().createContainerCmd(Image.name())
                .withHostConfig(host.withBinds(binds))
                .withExposedPorts(PORT)
                .withEnv(environment);
        id = (command.length == 0 ? creation : creation.withCmd(command)).exec().getId();
        docker().startContainerCmd(id).exec();
    }

    void awaitReady() {
        await().untilAsserted(() -> {
            assertThat(isRunning()).as(log()).isTrue();
            assertThat(client().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        });
    }

    int awaitEnd() {
        return Objects.requireNonNull(docker().waitContainerCmd(id)
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    boolean isRunning() {
        return Boolean.TRUE.equals(inspect().getState().getRunning());
    }

    InspectContainerResponse inspect() {
        return docker().inspectContainerCmd(id).exec();
    }

    /** A client of the service; after another start it needs another one, for the port is a new one. */
    Client client() {
        var bindings = inspect().getNetworkSettings().getPorts().getBindings().get(PORT);
        return new Client(Integer.parseInt(Objects.requireNonNull(bindings)[0].getHostPortSpec()));
    }

    String log() {
        return LogUtils.getOutput(docker(), id);
    }

    ExecResult execute(String... command) {
        try {
            return ExecInContainerPattern.execInContainer(docker(), inspect(), command);
        } catch (IOException e) {
            throw new AssertionError("the container does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** As by kill -9. */
    void kill() {
        docker().killContainerCmd(id).withSignal("KILL").exec();
        awaitEnd();
    }

    /** As by docker stop; its exit status. */
    int stop() {
        docker().stopContainerCmd(id).withTimeout(15).exec();
        return awaitEnd();
    }

    /** Starts it once more, with all that it had. */
    void startAgain() {
        docker().startContainerCmd(id).exec();
        awaitReady();
    }

    @Override
    public void close() {
        if (!id.isEmpty()) {
            docker().removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        }
    }
}
