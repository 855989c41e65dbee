package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Predicate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** A service with the fake engine that sends webhooks to this machine, whatever their host is. */
final class WebhookService implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final HostResolver HOSTS = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};

    private final ConfigurableApplicationContext context;
    private final Client client;

    private WebhookService(ConfigurableApplicationContext context) {
        this.context = context;
        this.client = new Client(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Starts it; {@code more} as on a command line. */
    static WebhookService start(Path home, String... more) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("gamma.workers", "1");
        settings.put("gamma.shutdown-grace", "100ms");
        settings.put("gamma.home", home.toString());
        settings.put("gamma.data-dir", "src/test/resources/no-recordings");
        settings.put("gamma.webhooks.secret", SECRET);
        settings.put("gamma.webhooks.allow-http", "true");
        settings.put("gamma.webhooks.allow-private", "true");
        settings.put("gamma.webhooks.retries", "1ms,1ms");
        for (var setting : more) {
            var equals = setting.indexOf('=');
            settings.put(setting.substring("--".length(), equals), setting.substring(equals + 1));
        }
        var arguments = settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new WebhookService(new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .initializers(started -> ((GenericApplicationContext) started)
                        .registerBean("testHosts", HostResolver.class, () -> HOSTS, bean -> bean.setPrimary(true)))
                .run(arguments));
    }

    Client client() {
        return client;
    }

    FakeBacktests engine() {
        return context.getBean(FakeBacktests.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Submits a backtest with a callback; its path. */
    String submit(Receiver receiver) {
        return client.submit("{\"label\": \"mine\", \"callbackUrl\": \"" + url(receiver) + "\"}");
    }

    static String url(Receiver receiver) {
        return "http://hook.example:" + receiver.port() + "/in?token=hush";
    }

    void runUntilCancelled() {
        engine().behave((_, listener) -> {
            while (!listener.isCancelled()) {
                Thread.onSpinWait();
            }
        });
    }

    /** The only delivery of a job, once it is as it should be. */
    JsonNode awaitDelivery(String job, Predicate<JsonNode> expected) {
        await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            var items = deliveries(job);
            assertThat(items.size()).as(items.toString()).isEqualTo(1);
            assertThat(expected.test(items.path(0))).as(items.toString()).isTrue();
        });
        return deliveries(job).path(0);
    }

    JsonNode awaitState(String job, String state) {
        return awaitDelivery(job, delivery -> delivery.path("state").asString().equals(state));
    }

    JsonNode deliveries(String job) {
        return client.json(client.get(job + "/deliveries")).path("items");
    }

    /** The value of a metric without tags. */
    double metric(String name) {
        return client.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
