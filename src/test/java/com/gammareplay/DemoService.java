package com.gammareplay;

import com.gammareplay.api.Client;
import com.gammareplay.testing.DemoFolder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is after its first start, with the demo. */
final class DemoService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private DemoService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static DemoService start(Path home, String... more) {
        var settings = Stream.of("--server.port=0", "--gamma.home=" + home, "--gamma.data-dir=" + DemoFolder.path());
        return new DemoService(SpringApplication.run(
                Application.class, Stream.concat(settings, Stream.of(more)).toArray(String[]::new)));
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    Client client() {
        return new Client(port());
    }

    @Override
    public void close() {
        context.close();
    }
}
