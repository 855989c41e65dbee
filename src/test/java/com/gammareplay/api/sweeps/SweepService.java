package com.gammareplay.api.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.testing.DemoFolder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with the real engine on the demo, with one worker; started and stopped by a test. */
public final class SweepService implements AutoCloseable {

    /** Where sweeps are submitted and listed. */
    public static final String SWEEPS = "/api/v1/sweeps";

    private final ConfigurableApplicationContext context;
    private final Client client;

    private SweepService(ConfigurableApplicationContext context) {
        this.context = context;
        client = new Client(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Starts a service in a home folder, with more settings as the command line has them. */
    public static SweepService start(Path home, String... more) {
        var settings = Stream.of(
                "--server.port=0",
                "--gamma.workers=1",
                "--gamma.shutdown-grace=0s",
                "--gamma.home=" + home,
                "--gamma.data-dir=" + DemoFolder.path());
        return new SweepService(SpringApplication.run(
                Application.class, Stream.concat(settings, Stream.of(more)).toArray(String[]::new)));
    }

    public Client client() {
        return client;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Submits a sweep that must be accepted; its path. */
    public String submit(String json) {
        var response = client.post(SWEEPS, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
