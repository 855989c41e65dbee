package com.gammareplay.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.testing.DemoFolder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with the real engine on the demo, with one worker; started and stopped by a test. */
final class SweepService implements AutoCloseable {

    static final String SWEEPS = "/api/v1/sweeps";

    private final ConfigurableApplicationContext context;
    private final Client client;

    private SweepService(ConfigurableApplicationContext context) {
        this.context = context;
        client = new Client(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    static SweepService start(Path home, String... more) {
        var settings = Stream.of(
                "--server.port=0",
                "--gamma.workers=1",
                "--gamma.shutdown-grace=0s",
                "--gamma.home=" + home,
                "--gamma.data-dir=" + DemoFolder.path());
        return new SweepService(SpringApplication.run(
                Application.class, Stream.concat(settings, Stream.of(more)).toArray(String[]::new)));
    }

    Client client() {
        return client;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Submits a sweep that must be accepted; its path. */
    String submit(String json) {
        var response = client.post(SWEEPS, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
