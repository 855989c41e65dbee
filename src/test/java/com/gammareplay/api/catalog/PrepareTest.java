package com.gammareplay.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Datasets are prepared by the real service, asked for and by itself. */
@Tag("trial")
class PrepareTest {

    private static final int SESSIONS = 3;
    private static final int DAYS = 2 * SESSIONS;
    private static final String DATASET = "/api/v1/datasets/rec";
    private static final String PREPARE = DATASET + "/prepare";

    @TempDir
    private static Path made = Path.of("");

    @TempDir
    private Path root = Path.of("");

    private @Nullable ConfigurableApplicationContext service;
    private Client client = new Client(1);

    @BeforeAll
    static void make() throws IOException {
        new SyntheticRecordings()
                .write(made.resolve("rec.db"), false, LocalDate.of(2026, 1, 12), SESSIONS, 5, (_, _) -> {});
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    private Path recording() {
        return root.resolve("data").resolve("rec.db");
    }

    private void start(boolean byItself) throws IOException {
        if (!Files.exists(recording())) {
            Files.createDirectories(root.resolve("data"));
            Files.copy(made.resolve("rec.db"), recording());
        }
        service = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--gamma.workers=1",
                "--gamma.home=" + root.resolve("home"),
                "--gamma.data-dir=" + root.resolve("data"),
                "--gamma.cache.dir=" + root.resolve("cache"),
                "--gamma.prepare.enabled=" + byItself,
                "--gamma.prepare.interval=200ms",
                "--gamma.prepare.quiet=3s");
        client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private JsonNode dataset() {
        return client.json(client.get(DATASET));
    }

    private static String status(JsonNode dataset) {
        return dataset.path("status").asString();
    }

    private static int done(JsonNode dataset) {
        return dataset.path("progress").path("sessionsDone").asInt();
    }

    private void awaitReady() {
        await().untilAsserted(() -> assertThat(status(dataset())).isEqualTo("READY"));
    }

    /** The kept days and when each was written. */
    private Map<String, FileTime> days() {
        var days = new TreeMap<String, FileTime>();
        if (Files.exists(root.resolve("cache"))) {
            try (var files = Files.newDirectoryStream(root.resolve("cache"))) {
                for (var file : files) {
                    days.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return days;
    }

    private double metric(String name) {
        return client.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_dataset_that_is_asked_for_is_prepared_and_found_by_the_next_backtest() throws IOException {
        start(false);
        assertThat(status(dataset())).isEqualTo("READY");
        assertThat(dataset().path("progress").isNull()).isTrue();

        var answer = client.post(PREPARE, "");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue(DATASET);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(status(client.json(answer))).isEqualTo("PREPARING");
        assertThat(client.json(answer).path("progress").toString())
                .isEqualTo("{\"sessionsDone\":0,\"sessionsTotal\":" + SESSIONS + "}");
        var again = client.post(PREPARE, "");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(client.json(client.get("/api/v1/datasets"))
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("PREPARING");

        awaitReady();
        assertThat(days())
                .hasSize(DAYS)
                .allSatisfy((name, _) -> assertThat(name).endsWith(".day"));
        client.awaitStatus(client.submit("{\"dataset\": \"rec\"}"), "SUCCEEDED");
        assertThat(metric("gamma_cache_hits_total")).isEqualTo(DAYS);
        assertThat(metric("gamma_cache_misses_total")).isZero();
        assertThat(metric("gamma_cache_size_bytes")).isPositive();
    }

    @Test
    void what_is_not_there_and_what_cannot_be_read_is_refused() throws IOException {
        start(false);
        Files.writeString(root.resolve("data").resolve("text.db"), "this is no recording");

        var unknown = client.post("/api/v1/datasets/nowhere/prepare", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(client.json(unknown).path("code").asString()).isEqualTo("not-found");
        var unreadable = client.post("/api/v1/datasets/text/prepare", "");
        assertThat(unreadable.statusCode()).isEqualTo(409);
        assertThat(client.json(unreadable).path("code").asString()).isEqualTo("dataset-unreadable");
        assertThat(client.json(unreadable).path("detail").asString()).isEqualTo("text.db is not an SQLite database.");
        assertThat(client.get(PREPARE).statusCode()).isEqualTo(405);
        assertThat(days()).isEmpty();
    }

    @Test
    void a_service_prepares_what_is_there_what_changes_and_nothing_twice() throws IOException, SQLException {
        start(true);
        await().until(() -> days().size() == DAYS);
        awaitReady();
        stop();
        var before = days();
        start(true);
        client.post(PREPARE, "");
        awaitReady();
        assertThat(days()).isEqualTo(before);
        assertThat(metric("gamma_cache_misses_total")).isZero();

        try (var writer = DriverManager.getConnection("jdbc:sqlite:" + recording());
                var statement = writer.createStatement()) {
            statement.execute("insert into gex_peaks(timestamp, index_symbol, peak_rank, strike, gex,"
                    + " distance_from_price, distance_pct, proximity_score)"
                    + " values ('2026-01-15 15:00:00', 'SPX', 1, 6970, 1, 1, 1, 1)");
            statement.execute(
                    "insert into options_prices_live(id, timestamp, index_symbol, strike, option_type, bid, ask)"
                            + " values (null, '2026-01-15 15:00:01', 'SPX', 6970, 'put', 1, 1.2),"
                            + " (null, '2027-01-04 15:00:01', 'SPX', 6970, 'put', 1, 1.2),"
                            + " (-1, '2026-01-15 15:00:01', 'SPX', 6975, 'put', 1, 1.2)");
        }
        await().until(() -> days().size() == DAYS + 2);
        awaitReady();
        assertThat(dataset().path("lastSession").asString()).isEqualTo("2026-01-15");
        await().until(() -> dataset().path("balance").size() == 5);
        var legPrices = dataset().path("balance").path(4);
        var rows = dataset().path("rows").asLong();
        assertThat(legPrices.toString())
                .isEqualTo("{\"table\":\"options_prices_live\",\"rows\":" + rows + ",\"inSessions\":" + (rows - 1)
                        + ",\"onClosedDays\":0,\"strayRows\":1,\"rowsWithoutDate\":0,\"exampleWithoutDate\":null,"
                        + "\"otherSymbols\":0,\"notFound\":0}");
        assertThat(days()).allSatisfy((name, time) -> assertThat(time).isNotEqualTo(before.get(name)));
        var job = client.awaitStatus(client.submit("{\"dataset\": \"rec\"}"), "SUCCEEDED");
        assertThat(metric("gamma_cache_misses_total")).isZero();
        assertThat(job.path("request").path("to").asString()).isEqualTo("2026-01-15");
        var result = client.json(client.get(job.path("links").path("result").asString()));
        assertThat(result.path("warnings")
                        .valueStream()
                        .map(warning -> warning.path("code").asString()))
                .contains("STRAY_ROWS");
    }

    private static List<Thread> preparing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("preparing"))
                .toList();
    }

    @Test
    void a_stop_in_the_middle_is_quick_and_the_next_start_goes_on() throws IOException {
        var others = preparing();
        start(false);
        client.post(PREPARE, "");
        await().pollInterval(Duration.ofMillis(5)).until(() -> done(dataset()) > 0);
        var began = System.nanoTime();
        stop();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(others).containsAll(preparing());
        var before = days();
        assertThat(before)
                .hasSizeBetween(1, DAYS)
                .allSatisfy((name, _) -> assertThat(name).endsWith(".day"));

        start(false);
        client.post(PREPARE, "");
        awaitReady();
        assertThat(days()).hasSize(DAYS).containsAllEntriesOf(before);
    }
}
