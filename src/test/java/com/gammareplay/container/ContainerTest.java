package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.cli.GammaCommand;
import com.gammareplay.report.BuildVersion;
import com.gammareplay.testing.DemoFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import tools.jackson.databind.json.JsonMapper;

/** What users do with the container, and what becomes of it in trouble. */
@Tag("trial")
class ContainerTest {

    private static final String BACKTESTS = "/api/v1/backtests";
    private static final String DEMO = "{\"dataset\": \"demo\"}";
    /** Long enough to be caught at it. */
    private static final String LONG = "{\"dataset\": \"demo\", \"parameters\": {\"step\": 1}}";

    private static final String SMALL_HOME = "uid=10001,size=6m";

    private final ServiceContainer container = new ServiceContainer();

    @AfterEach
    void remove() {
        container.close();
    }

    private static String result(Client client, String job) {
        client.awaitStatus(job, "SUCCEEDED");
        return client.get(job + "/result").body();
    }

    @Test
    void a_mounted_recording_gives_the_bytes_that_it_gives_without_a_container(@TempDir Path folder)
            throws IOException {
        var output = folder.resolve("results.json");
        var printed = new StringWriter();
        var exit = GammaCommand.run(
                new PrintWriter(printed),
                new PrintWriter(printed),
                "replay",
                "--data-dir=" + DemoFolder.path(),
                "--home=" + folder.resolve("home"),
                "--dataset=demo",
                "--index=SPX",
                "--start=2025-11-24",
                "--end=2025-12-01",
                "--output=" + output);
        assertThat(exit).as(printed.toString()).isZero();

        var client = container.recordings(DemoFolder.path()).start().client();
        var job = client.submit("{\"indices\": [\"SPX\"], \"from\": \"2025-11-24\", \"to\": \"2025-12-01\"}");

        assertThat(result(client, job)).isEqualTo(Files.readString(output));
        assertThat(container.execute("touch", "/data/x", "/x").getExitCode()).isNotZero();
    }

    @Test
    void without_any_mount_it_serves_the_demo_and_the_health_check_sees_that() {
        var client = container.start().client();

        client.awaitStatus(client.submit(DEMO), "SUCCEEDED");
        await().untilAsserted(() -> assertThat(
                        container.inspect().getState().getHealth().getStatus())
                .isEqualTo("healthy"));
        assertThat(container.log())
                .containsOnlyOnce(
                        "There are no API keys: whoever can reach port 8080 may read, run and delete everything")
                .doesNotContain("AOT cache")
                .doesNotContain("Exception");
    }

    @Test
    void an_accepted_job_survives_a_kill_and_has_one_result() {
        container.recordings(DemoFolder.path()).start();
        var before = container.client();
        var jobs = IntStream.range(0, 4).mapToObj(_ -> before.submit(LONG)).toList();
        before.awaitStatus(jobs.getFirst(), "RUNNING");

        container.kill();
        container.startAgain();

        var after = container.client();
        var results = new HashSet<String>();
        jobs.forEach(job -> results.add(result(after, job)));
        assertThat(results).hasSize(1);
        assertThat(after.json(after.get(BACKTESTS)).path("items").size()).isEqualTo(jobs.size());
        assertThat(after.json(after.get(jobs.getFirst())).path("attempt").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_stop_ends_it_within_the_grace_and_the_job_goes_on_after_the_next_start() {
        container.recordings(DemoFolder.path()).start();
        var job = container.client().submit(LONG);
        container.client().awaitStatus(job, "RUNNING");

        assertThat(container.stop()).isEqualTo(143); // as a JVM ends at SIGTERM; 137 would be a kill
        assertThat(container.log()).contains("Graceful shutdown complete");

        container.startAgain();
        container.client().awaitStatus(job, "SUCCEEDED");
    }

    @Test
    void without_keys_it_is_not_started_unless_that_is_wanted() {
        var status = container.setting("GAMMA_ALLOW_ANONYMOUS", "false").run();

        assertThat(status).isEqualTo(1);
        assertThat(container.log())
                .contains("Without API keys the service is not started on the address 0.0.0.0")
                .doesNotContain("demo session")
                .doesNotContain("\tat ");
    }

    @Test
    void with_keys_nobody_is_served_without_one() {
        // SHA-256 of "key"
        var hash = "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683";
        var client = container
                .recordings(DemoFolder.path())
                .setting("GAMMA_API_KEYS", "test:run:" + hash)
                .setting("GAMMA_ALLOWED_HOSTS", "replay.example")
                .start()
                .client();

        assertThat(client.post(BACKTESTS, DEMO).statusCode()).isEqualTo(403);
        assertThat(container
                        .execute("curl", "-s", "-H", "Host: replay.example", "http://127.0.0.1:8080" + BACKTESTS)
                        .getStdout())
                .contains("\"status\":401");
        assertThat(container
                        .execute(
                                "curl",
                                "-s",
                                "-H",
                                "Host: replay.example",
                                "-H",
                                "X-API-Key: key",
                                "http://127.0.0.1:8080" + BACKTESTS)
                        .getStdout())
                .contains("\"items\"");
        assertThat(container.log()).doesNotContain("There are no API keys");
    }

    @Test
    void a_home_of_another_owner_is_told_in_one_line() {
        assertThat(container.home("uid=0,mode=755").run()).isEqualTo(1);
        assertThat(container.log())
                .contains("The folder /var/lib/gamma-replay cannot be made or written to")
                .doesNotContain("\tat ");
    }

    @Test
    void recordings_that_its_user_may_not_read_are_told_in_one_line(@TempDir Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        assertThat(container.recordings(folder).run()).isEqualTo(1);
        assertThat(container.log())
                .contains("In /data: the folder of the recordings cannot be read")
                .doesNotContain("\tat ");
    }

    @Test
    void a_home_without_room_is_told_in_one_line() {
        assertThat(container.home(SMALL_HOME).run()).isEqualTo(1);
        assertThat(container.log())
                .contains("SQLite cannot use a file in the folder GAMMA_HOME", "disk is full")
                .doesNotContain("\tat ");
    }

    @Test
    void a_home_that_fills_up_refuses_jobs_until_there_is_room() {
        var client =
                container.recordings(DemoFolder.path()).home(SMALL_HOME).start().client();
        container.execute("dd", "if=/dev/zero", "of=" + ServiceContainer.HOME + "/ballast", "bs=1k");

        await().untilAsserted(
                        () -> assertThat(client.post(BACKTESTS, DEMO).body()).contains("storage-unavailable"));
        container.execute("rm", ServiceContainer.HOME + "/ballast");
        await().untilAsserted(() ->
                assertThat(client.post(BACKTESTS, DEMO).statusCode()).isEqualTo(202));
    }

    @Test
    void too_little_memory_is_told_in_one_line() {
        assertThat(container.memory(256).run()).isEqualTo(1);
        assertThat(container.log())
                .contains("The service needs 384 MB of memory, this machine or container has 256 MB.")
                .doesNotContain("\tat ");
    }

    @Test
    void the_least_memory_suffices_for_the_demo() {
        var client = container.memory(384).start().client();

        client.awaitStatus(client.submit(DEMO), "SUCCEEDED");
        assertThat(container.inspect().getState().getOOMKilled()).isFalse();
    }

    @Test
    void a_cache_that_does_not_fit_is_told_once_and_done_without() {
        var client = container
                .recordings(DemoFolder.path())
                .setting("JAVA_TOOL_OPTIONS", "-XX:-UseCompressedOops")
                .start()
                .client();

        client.awaitStatus(client.submit(DEMO), "SUCCEEDED");
        assertThat(container.log()).containsOnlyOnce("Unable to use AOT cache");
    }

    @Test
    void the_command_line_is_in_the_image() {
        assertThat(container.run("--version")).isZero();
        assertThat(container.log()).startsWith("gamma-replay ");
    }

    @Test
    void the_image_says_what_it_is_and_has_nothing_that_it_does_not_need() {
        container.recordings(DemoFolder.path()).start();
        var config = Objects.requireNonNull(DockerClientFactory.lazyClient()
                .inspectImageCmd(Image.name())
                .exec()
                .getConfig());

        assertThat(config.getUser()).isEqualTo("10001:10001");
        assertThat(config.getLabels())
                .containsAllEntriesOf(Map.of(
                        "org.opencontainers.image.title", "gamma-replay",
                        "org.opencontainers.image.version", BuildVersion.current(),
                        "org.opencontainers.image.licenses", "Apache-2.0"));
        assertThat(container.execute("sh", "-c", "command -v mvn").getExitCode())
                .isNotZero();
        assertThat(container.execute("find", "/app", "/data", "-writable").getStdout())
                .isEmpty();
        var materials = JsonMapper.shared()
                .readTree(container.execute("cat", "/app/sbom.cdx.json").getStdout());
        assertThat(materials.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(materials.path("components").findValuesAsString("name")).contains("sqlite-jdbc", "spring-boot");
    }
}
