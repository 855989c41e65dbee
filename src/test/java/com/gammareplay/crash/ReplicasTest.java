package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.EventReader;
import com.gammareplay.testing.Patience;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two replicas that are well: it makes no difference which of them a client calls. */
@Tag("trial")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReplicasTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Cluster cluster = Cluster.shared();

    private EventReader events(Replica replica, String job) {
        return EventReader.open(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + replica.process().port() + job + "/events")));
    }

    private static Instant arrival(EventReader events, String name, String status) {
        Caller.await(
                name + " " + status + " is told",
                Patience.LIMIT,
                () -> find(events, name, status).findAny().isPresent());
        return find(events, name, status).findFirst().orElseThrow().at();
    }

    private static Stream<EventReader.Event> find(EventReader events, String name, String status) {
        return events.events().stream()
                .filter(event -> event.name().equals(name) && event.data().contains("\"status\":\"" + status + "\""));
    }

    private Instant noted(String job, String column) {
        return Instant.ofEpochMilli(cluster.database()
                .sql("select " + column + " from job where id = ?")
                .param(Cluster.id(job))
                .query(Long.class)
                .single());
    }

    @Test
    void either_shows_cancels_and_follows_what_the_other_runs() {
        var first = cluster.submitTo(cluster.first(), Caller.BACKTESTS, Cluster.BACKTEST);
        var second = cluster.submitTo(cluster.second(), Caller.BACKTESTS, Cluster.BACKTEST);
        var waiting = cluster.first().submit(Caller.BACKTESTS, UUID.randomUUID().toString(), Cluster.BACKTEST);
        try (var here = events(cluster.first(), waiting);
                var there = events(cluster.second(), waiting);
                var cancelled = events(cluster.second(), first)) {
            assertThat(cluster.second().status(first)).isEqualTo("RUNNING");
            assertThat(cluster.second().status(waiting)).isEqualTo("QUEUED");

            var asked = Instant.now();
            assertThat(cluster.second().post(first + "/cancel").statusCode()).isEqualTo(202);
            var told = arrival(cancelled, "end", "CANCELLED");
            assertThat(noted(first, "finished_at")).isBefore(asked.plus(SOON));
            assertThat(told).isBefore(noted(first, "finished_at").plus(SOON));

            for (var events : List.of(here, there)) {
                assertThat(arrival(events, "state", "RUNNING"))
                        .isBefore(noted(waiting, "started_at").plus(SOON));
            }
            for (var job : List.of(second, waiting)) {
                cluster.requireEndedOnce(job, 1);
                assertThat(cluster.first().get(job + "/result").body())
                        .isEqualTo(cluster.second().get(job + "/result").body());
            }
            for (var events : List.of(here, there)) {
                assertThat(arrival(events, "end", "SUCCEEDED"))
                        .isBefore(noted(waiting, "finished_at").plus(SOON));
                assertThat(events.trades()).hasSameSizeAs(trades(waiting)).isNotEmpty();
            }
        }
        assertThat(cluster.first().attempts(first)).containsExactly(1);
    }

    private List<?> trades(String job) {
        return Caller.json(cluster.first().get(job + "/trades?limit=1000"))
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void a_key_that_comes_to_both_at_once_gives_one_job() throws SQLException {
        var key = UUID.randomUUID().toString();
        List<CompletableFuture<HttpResponse<String>>> both;
        try (var _ = cluster.lock("select pg_advisory_lock(1)")) {
            both = Stream.of(cluster.first(), cluster.second())
                    .map(replica -> CompletableFuture.supplyAsync(
                            () -> replica.send(Caller.BACKTESTS, Caller.submission(key, Cluster.SHORT_BACKTEST))))
                    .toList();
            cluster.awaitWaiting(2);
        }
        var answers = both.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(202, 409);
        var refused = answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(refused.body()).contains("idempotency-key-in-use");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();

        var job = cluster.first().submit(Caller.BACKTESTS, key, Cluster.SHORT_BACKTEST);
        assertThat(cluster.second().submit(Caller.BACKTESTS, key, Cluster.SHORT_BACKTEST))
                .isEqualTo(job);
        assertThat(cluster.count("select count(*) from idempotency_key where value = ?", key))
                .isEqualTo(1);
        cluster.requireEndedOnce(job, 1);
    }

    @Test
    void as_many_jobs_wait_as_may_in_one() {
        var running = Stream.of(cluster.first(), cluster.second())
                .map(replica -> cluster.submitTo(replica, Caller.BACKTESTS, Cluster.BACKTEST))
                .toList();
        var answers = IntStream.range(0, 2 * Cluster.MAX_QUEUED)
                .mapToObj(number -> number % 2 == 0 ? cluster.first() : cluster.second())
                .map(replica -> CompletableFuture.supplyAsync(() -> replica.send(
                        Caller.BACKTESTS, Caller.submission(UUID.randomUUID().toString(), Cluster.SHORT_BACKTEST))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(cluster.count("select count(*) from job where status = 'QUEUED'"))
                .isEqualTo(Cluster.MAX_QUEUED);
        assertThat(running)
                .allSatisfy(job -> assertThat(cluster.first().status(job)).isEqualTo("RUNNING"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(Cluster.MAX_QUEUED);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 202)
                .allSatisfy(answer -> assertThat(answer.body()).contains("queue-full"));
        running.forEach(job -> cluster.first().post(job + "/cancel"));
        answers.stream()
                .flatMap(answer -> answer.headers().firstValue("Location").stream())
                .forEach(job -> cluster.requireEndedOnce(job, 1));
    }
}
