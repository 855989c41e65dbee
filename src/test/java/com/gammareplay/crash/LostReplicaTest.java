package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One of two replicas is lost, for a while or for ever: the other goes on with what it did. */
@Tag("trial")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LostReplicaTest {

    private static final String SWEEPS = "/api/v1/sweeps";
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration TAKEN_UP = Duration.ofSeconds(15);
    /** What a transaction of a lost replica may keep others waiting, and some time for a slow machine. */
    private static final Duration BLOCKED = Duration.ofSeconds(5 + 3);

    private final Cluster cluster = Cluster.shared();
    private final Replica lost = cluster.first();
    private final Replica other = cluster.second();

    /** Three slices. */
    private static String sweep(String label) {
        return """
                {"base": {"dataset": "trial", "indices": ["SPX"], "parameters": {"step": 60}}, "label": "%s",
                 "grid": {"stopLoss": [%s], "minCredit": [%s]}}""".formatted(label, numbers(50, -0.1, -0.01), numbers(50, 0.5, 0.1));
    }

    private static String numbers(int count, double first, double step) {
        return IntStream.range(0, count)
                .mapToObj(i -> Double.toString(first + i * step))
                .collect(Collectors.joining(","));
    }

    /** Lets the replica that is to be lost go on. */
    @AfterEach
    void find() {
        if (lost.process().isAlive()) {
            lost.process().resume();
        } else {
            lost.start();
        }
        lost.gate().open();
    }

    private String results(Replica replica, String sweep) {
        return replica.get(sweep + "/results.csv").body();
    }

    private void awaitSlice(String sweep) {
        Caller.await(
                "a slice is kept",
                Patience.LIMIT,
                () -> cluster.count("select count(*) from sweep_row where job_id = ?", Cluster.id(sweep)) > 0);
    }

    private void awaitTakenUp(Stream<String> jobs, Duration atMost) {
        jobs.forEach(job -> Caller.await(
                job + " is taken up", atMost, () -> other.attempts(job).contains(2)));
    }

    /** It looks twice a second, and when it keeps something; the database ends a transaction in which it was paused. */
    private void awaitLeft(String job) {
        Caller.await(
                "the one that was lost notices that it has lost " + job,
                Patience.LIMIT,
                () -> lost.log(job).stream()
                        .anyMatch(line ->
                                line.matches(".*([Ll]eft to another attempt|Its end could not be written, .*)")));
    }

    @Test
    void what_a_replica_did_that_is_paused_is_done_by_the_other_alone() throws IOException {
        try (var receiver = new Receiver()) {
            var told = cluster.submitTo(lost, Caller.BACKTESTS, receiver.wanted(Cluster.SHORT_BACKTEST));
            Caller.await("a webhook is sent", Patience.LIMIT, () -> receiver.calls() == 1);
            var sweep = cluster.submitTo(lost, SWEEPS, sweep("paused"));
            awaitSlice(sweep);
            var backtest = cluster.submitTo(lost, Caller.BACKTESTS, Cluster.BACKTEST);
            lost.process().pause();
            var end = System.nanoTime() + PAUSE.toNanos();
            assertThat(other.status(sweep)).isEqualTo("RUNNING");
            assertThat(other.status(backtest)).isEqualTo("RUNNING");

            awaitTakenUp(Stream.of(sweep, backtest), Patience.LIMIT);
            Caller.await("the webhook is sent again", Patience.LIMIT, () -> receiver.calls() == 2);
            Caller.pause(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            lost.process().resume();
            receiver.answer();
            awaitLeft(sweep);
            awaitLeft(backtest);

            cluster.requireEndedOnce(backtest, 2);
            cluster.requireEndedOnce(sweep, 2);
            requireDeliveredOnce(told);
            receiver.requireCalledTwice();
            var undisturbed = other.submit(SWEEPS, UUID.randomUUID().toString(), sweep("undisturbed"));
            other.await(undisturbed, "SUCCEEDED");
            assertThat(results(lost, sweep))
                    .isEqualTo(results(other, undisturbed))
                    .hasLineCount(2501);
        }
    }

    private void requireDeliveredOnce(String job) {
        var delivery = Caller.json(other.get(job + "/deliveries")).path("items").path(0);
        assertThat(delivery.path("state").asString()).isEqualTo("DELIVERED");
        assertThat(delivery.path("attempts")
                        .valueStream()
                        .map(attempt -> attempt.path("status").asInt(0)))
                .containsExactly(500, 204);
    }

    /** The one before it has to run alone, so that it has its worker but does not run yet. */
    @Test
    void a_job_that_waited_in_a_paused_replica_is_not_begun_there_again() {
        cluster.database().sql("""
                        create or replace function suspect() returns trigger language plpgsql as
                        $$ begin if new.label = 'suspect' then new.deaths = 2; end if; return new; end $$""").update();
        cluster.database()
                .sql("create or replace trigger suspect before insert on job for each row execute function suspect()")
                .update();
        var alone = cluster.submitTo(lost, SWEEPS, sweep("suspect"));
        var waiting =
                submit(lost, Cluster.BACKTEST).headers().firstValue("Location").orElseThrow();
        Caller.await(
                "it is taken",
                Patience.LIMIT,
                () -> cluster.count(
                                "select count(*) from scheduled_tasks where picked and task_instance = ?",
                                Cluster.id(waiting))
                        == 1);
        lost.process().pause();
        Caller.await(
                "the other begins it, and takes the one before it for lost",
                Patience.LIMIT,
                () -> !other.attempts(waiting).isEmpty() && !isFirstAttempt(alone));
        lost.process().resume();
        awaitLeft(alone);

        cluster.requireEndedOnce(waiting, 1);
        cluster.requireEndedOnce(alone, 2);
        assertThat(other.attempts(waiting)).containsExactly(1);
    }

    private boolean isFirstAttempt(String job) {
        return cluster.count(
                        "select count(*) from job where status = 'RUNNING' and attempt = 1 and id = ?", Cluster.id(job))
                == 1;
    }

    @Test
    void a_replica_that_is_paused_in_a_transaction_keeps_nobody_waiting_for_long() throws SQLException {
        CompletableFuture<?> paused;
        try (var _ = cluster.lock("select pg_advisory_lock(1)")) {
            paused = CompletableFuture.runAsync(() -> submit(lost));
            cluster.awaitWaiting(1);
            lost.process().pause();
        }
        Caller.await("the other accepts", BLOCKED, () -> submit(other).statusCode() == 202);
        lost.process().resume();
        paused.join();
        assertThat(submit(lost).statusCode()).isEqualTo(202);
    }

    private static HttpResponse<String> submit(Replica replica) {
        return submit(replica, Cluster.SHORT_BACKTEST);
    }

    private static HttpResponse<String> submit(Replica replica, String body) {
        return replica.send(
                Caller.BACKTESTS, Caller.submission(UUID.randomUUID().toString(), body));
    }

    @Test
    void jobs_of_a_replica_that_is_killed_are_taken_up_within_fifteen_seconds() {
        var sweep = cluster.submitTo(lost, SWEEPS, sweep("killed"));
        awaitSlice(sweep);
        var backtest = cluster.submitTo(lost, Caller.BACKTESTS, Cluster.BACKTEST);
        var waiting = IntStream.range(0, 10).mapToObj(_ -> submit(lost)).toList();
        lost.process().kill();
        assertThat(other.status(backtest)).isEqualTo("RUNNING");

        awaitTakenUp(Stream.of(sweep, backtest), TAKEN_UP);
        lost.start();
        lost.awaitReady();
        cluster.requireEndedOnce(backtest, 2);
        cluster.requireEndedOnce(sweep, 2);
        waiting.forEach(answer ->
                cluster.requireEndedOnce(answer.headers().firstValue("Location").orElseThrow(), 1));
    }

    @Test
    void a_replica_that_is_cut_off_says_so_and_recovers() {
        var backtest = cluster.submitTo(lost, Caller.BACKTESTS, Cluster.BACKTEST);
        lost.gate().silence();

        lost.requireUnavailable(backtest, Cluster.SILENCE);
        awaitTakenUp(Stream.of(backtest), Patience.LIMIT);
        other.await(backtest, "SUCCEEDED");
        assertThat(other.isReady()).isTrue();
        lost.gate().open();

        lost.awaitReady();
        cluster.requireEndedOnce(backtest, 2);
        cluster.submitTo(lost, Caller.BACKTESTS, Cluster.SHORT_BACKTEST);
    }
}
