package com.gammareplay.jobs.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.testing.DemoFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** A service with the real engine, in whose paper sessions a test can have things fail. */
final class PaperService implements AutoCloseable {

    static final String PATH = "/api/v1/paper-sessions";

    private final ConfigurableApplicationContext context;
    private final Client client;

    private PaperService(ConfigurableApplicationContext context) {
        this.context = context;
        this.client = new Client(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Starts it; {@code more} as on a command line. */
    static PaperService start(Path home, String... more) {
        return start(home, InstantSource.system(), more);
    }

    /** Starts it with a clock of its own. */
    static PaperService start(Path home, InstantSource clock, String... more) {
        var settings = Stream.of(
                "--server.port=0",
                "--gamma.workers=1",
                "--gamma.prepare.enabled=false",
                "--gamma.shutdown-grace=0s",
                "--gamma.home=" + home,
                "--gamma.data-dir=" + DemoFolder.path());
        return new PaperService(new SpringApplicationBuilder(Application.class, Faults.Configuration.class)
                .initializers(started -> ((GenericApplicationContext) started)
                        .registerBean("testClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(Stream.concat(settings, Stream.of(more)).toArray(String[]::new)));
    }

    Client client() {
        return client;
    }

    Faults faults() {
        return context.getBean(Faults.class);
    }

    /** A session that is begun; its path. */
    String begin(String json) {
        var answer = client.post(PATH, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    JsonNode get(String session) {
        return client.json(client.get(session));
    }

    JsonNode await(String session, Predicate<JsonNode> condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> condition.test(get(session)));
        return get(session);
    }

    JsonNode awaitEnd(String session) {
        return await(session, view -> !view.path("finishedAt").isNull());
    }

    JsonNode parity(String session) {
        var answer = client.post("/api/v1/parity-checks", "{\"paperSession\": \"" + id(session) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return client.json(answer);
    }

    /** The problems of a submission that must be refused, as pointers and messages. */
    List<String> problems(String json) {
        var answer = client.post(PATH, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return client.json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("message").asString())
                .toList();
    }

    static String id(String session) {
        return session.substring(session.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        context.close();
    }
}
