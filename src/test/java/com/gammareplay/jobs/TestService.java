package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeBacktests.Behaviour;
import com.gammareplay.fake.FakeEngine;
import com.gammareplay.fake.FakeSweeps;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.jobs.sweeps.SweepJobs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A service with the fake engine that a test starts and stops. */
public final class TestService implements AutoCloseable {

    private static final byte[] JANUARY = "{\"preset\": \"january\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SWEEP = "{\"base\": {\"dataset\": \"demo\"}, \"grid\": {\"maxOpenPositions\": [1, 3]}}"
            .getBytes(StandardCharsets.UTF_8);

    private final ConfigurableApplicationContext context;

    private TestService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; {@code more} as on a command line. */
    public static TestService start(Path home, String... more) {
        return start(home, _ -> {}, more);
    }

    /** Starts it; whatever waits runs until it is cancelled. */
    public static TestService startBusy(Path home) {
        return start(home, FakeBacktests.UNTIL_CANCELLED);
    }

    /** Starts it; whatever waits behaves like that. */
    public static TestService start(Path home, Behaviour behaviour, String... more) {
        return start(
                home,
                started -> ((GenericApplicationContext) started).registerBean(Behaviour.class, () -> behaviour),
                more);
    }

    /** Starts it with a clock of its own, to which db-scheduler does not listen. */
    public static TestService start(Path home, InstantSource clock) {
        return start(
                home,
                started -> ((GenericApplicationContext) started)
                        .registerBean("testClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)));
    }

    /** Starts it, after something was done to the context. */
    public static TestService start(
            Path home, ApplicationContextInitializer<ConfigurableApplicationContext> before, String... more) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("gamma.workers", "1");
        settings.put("gamma.shutdown-grace", "100ms");
        settings.put("gamma.home", home.toString());
        settings.put("gamma.data-dir", "src/test/resources/no-recordings");
        for (var setting : more) {
            var equals = setting.indexOf('=');
            settings.put(setting.substring("--".length(), equals), setting.substring(equals + 1));
        }
        var arguments = settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new TestService(new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .initializers(before)
                .run(arguments));
    }

    /** The tables of a service that does not run. */
    public static JdbcClient database(Path home) {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + home.resolve("jobs.db")));
    }

    /** Leaves a job's rows as they are when the process that runs it is killed. */
    public static void leaveAsKilled(Path home, String id) {
        var database = database(home);
        database.sql("update job set status = 'RUNNING', attempt = attempt + 1, started_at = created_at where id = ?")
                .param(id)
                .update();
        database.sql("update scheduled_tasks set picked = 1, picked_by = 'killed', last_heartbeat = execution_time"
                        + " where task_instance = ?")
                .param(id)
                .update();
    }

    /** Copies the tables as a kill at this moment would leave them, for a service to start in that folder. */
    public void copyAsKilled(Path home) {
        bean(JdbcClient.class)
                .sql("vacuum into ?")
                .param(home.resolve("jobs.db").toString())
                .update();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Client client() {
        return new Client(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    public FakeBacktests engine() {
        return bean(FakeBacktests.class);
    }

    public FakeSweeps sweeps() {
        return bean(FakeSweeps.class);
    }

    public void runUntilCancelled() {
        engine().behave(FakeBacktests.UNTIL_CANCELLED);
    }

    public String submit() {
        return submit("{}");
    }

    public String submit(String json) {
        return bean(Jobs.class)
                .submit(json.getBytes(StandardCharsets.UTF_8), null)
                .job()
                .id();
    }

    /** A job that can be told from others by its preset. */
    public String submitJanuary() {
        return bean(Jobs.class).submit(JANUARY, null).job().id();
    }

    public String submitSweep() {
        return bean(SweepJobs.class).submit(SWEEP, null).job().id();
    }

    /** A backtest or a sweep. */
    public Job job(String id) {
        return bean(JobStore.class).find(id).orElseThrow();
    }

    public Job awaitStatus(String id, JobStatus status) {
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(job(id).status()).isEqualTo(status));
        return job(id);
    }

    @Override
    public void close() {
        context.close();
    }
}
