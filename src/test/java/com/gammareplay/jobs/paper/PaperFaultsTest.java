package com.gammareplay.jobs.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.EventReader;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.testing.DemoFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Paper sessions whose recording or market fails, and those that a stop of the service interrupts. */
@Tag("trial")
class PaperFaultsTest {

    private static final String QUICK = "{\"source\": \"demo\", \"speed\": 5000, \"indices\": [\"SPX\"]}";
    private static final String FAST = "{\"source\": \"demo\", \"speed\": 1000000, \"indices\": [\"SPX\"]}";

    @TempDir
    private Path home;

    private volatile Duration ahead = Duration.ZERO;
    private PaperService service;

    @BeforeEach
    void start() {
        service = PaperService.start(home, () -> Instant.now().plus(ahead));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void restart() {
        service.close();
        start();
    }

    private JdbcClient recording(String session) {
        return database(home.resolve("recordings/paper-" + PaperService.id(session) + ".db"));
    }

    private static JdbcClient database(Path file) {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + file));
    }

    @Test
    void a_session_goes_on_after_a_restart_and_decides_as_its_replay() {
        var session = service.begin(QUICK);
        service.await(session, view -> view.path("decisions").intValue() >= 2);
        restart();
        var before = service.get(session);
        assertThat(before.path("status").asString()).isEqualTo("RUNNING");
        try (var reader = EventReader.open(service.client(), session, "1")) {
            var end = service.awaitEnd(session);

            assertThat(end.path("status").asString()).isEqualTo("FINISHED");
            assertThat(end.at("/counts/ticksDecided").intValue()).isEqualTo(781);
            assertThat(service.parity(session).path("identical").booleanValue()).isTrue();
            assertThat(service.parity(session).path("ticksSkipped").intValue()).isZero();
            assertThat(reader.awaitClosed().lasting())
                    .filteredOn(event -> !event.startsWith("state"))
                    .first()
                    .isIn("decision 2", "trade 2");
        }
    }

    @Test
    void a_session_that_is_to_stop_does_not_go_on_after_a_restart() {
        var session = service.begin(QUICK);
        service.await(session, view -> !view.path("tick").isNull());
        service.close();
        database(home.resolve("jobs.db"))
                .sql("update paper_session set stopping = 1")
                .update();
        start();

        assertThat(service.awaitEnd(session).path("status").asString()).isEqualTo("STOPPED");
    }

    @Test
    void a_session_that_decides_otherwise_after_a_restart_fails() {
        var session = service.begin(QUICK);
        service.await(session, view -> view.path("decisions").intValue() >= 2);
        service.close();
        recording(session)
                .sql("update paper_tick set decided = replace(decided, 'SPX', 'NDX')")
                .update();
        start();
        var end = service.awaitEnd(session);

        assertThat(end.path("status").asString()).isEqualTo("FAILED");
        assertThat(end.at("/error/code").asString()).isEqualTo("diverged");
        var parity = service.parity(session);
        assertThat(parity.path("identical").booleanValue()).isFalse();
        assertThat(parity.at("/firstDifference/live").toString()).contains("NDX");
        assertThat(parity.at("/firstDifference/replayed").toString())
                .contains("SPX")
                .doesNotContain("NDX");
        assertThat(parity.at("/firstDifference/tick").asString()).startsWith("2025-11-24T1");
        assertThat(parity.at("/firstDifference/seen").asString()).isNotBlank();
    }

    /** The users' file is what backtests of that name replay. */
    @Test
    void another_file_of_the_name_of_its_recording_is_not_what_a_session_lived_through() throws IOException {
        var session = service.begin(FAST);
        service.awaitEnd(session);
        var name = "paper-" + PaperService.id(session) + ".db";
        var other = Files.copy(
                home.resolve("recordings").resolve(name), DemoFolder.path().resolve(name));
        try {
            database(other).sql("update options_prices_live set bid = 0").update();

            assertThat(service.parity(session).path("identical").booleanValue()).isTrue();
        } finally {
            Files.delete(other);
        }
    }

    @Test
    void a_session_that_lost_what_it_had_told_does_not_begin_again() {
        var session = service.begin(QUICK);
        service.await(session, view -> view.path("decisions").intValue() >= 2);
        service.close();
        recording(session).sql("delete from paper_tick").update();
        start();
        var end = service.awaitEnd(session);

        assertThat(end.path("status").asString()).isEqualTo("FAILED");
        assertThat(end.at("/error/code").asString()).isEqualTo("data-missing");
        assertThat(end.at("/error/detail").asString()).contains("has lost what was decided up to 2025-11-24T1");
    }

    @Test
    void a_recording_that_fails_is_a_counted_gap() {
        var session = service.begin(QUICK);
        service.await(session, view -> view.path("decisions").intValue() >= 1);
        service.faults().notes.set(2);
        service.await(session, view -> view.path("lastProblem").asString("").equals("the disk is full"));
        var end = service.awaitEnd(session);

        assertThat(end.path("status").asString()).isEqualTo("FINISHED");
        assertThat(end.at("/counts/gapNotRecorded").intValue()).isEqualTo(2);
        assertThat(service.faults().openings).hasValue(3);
        assertThat(service.parity(session).path("identical").booleanValue()).isTrue();
    }

    @Test
    void a_recording_that_fails_for_ten_minutes_after_the_close_ends_the_session() {
        service.faults().notes.set(Integer.MAX_VALUE);
        var session = service.begin(FAST);
        service.await(session, view -> view.at("/counts/gapNotRecorded").asInt(0) > 3);
        assertThat(service.get(session).path("status").asString()).isEqualTo("RUNNING");
        ahead = Duration.ofMinutes(10);
        var end = service.awaitEnd(session);

        assertThat(end.path("status").asString()).isEqualTo("FAILED");
        assertThat(end.at("/error/code").asString()).isEqualTo("recording-failed");
        assertThat(end.path("tick").isNull()).isTrue();
    }

    @Test
    void a_session_whose_recording_fails_can_be_stopped() {
        service.faults().notes.set(Integer.MAX_VALUE);
        var session = service.begin(FAST);
        service.await(session, view -> view.at("/counts/gapNotRecorded").asInt(0) > 0);
        service.client().post(session + "/stop", "");

        assertThat(service.awaitEnd(session).path("status").asString()).isEqualTo("STOPPED");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "CLOSED"})
    void a_market_that_lets_nobody_in_ends_the_session(FeedException.Kind kind) {
        service.faults().check = new FeedException(kind, "no way");
        var end = service.awaitEnd(service.begin(FAST));

        assertThat(end.path("status").asString()).isEqualTo("FAILED");
        assertThat(end.at("/error/code").asString()).isEqualToIgnoringCase("market-" + kind);
        assertThat(end.at("/error/detail").asString()).isEqualTo("no way");
    }

    @Test
    void a_market_that_does_not_answer_at_first_is_a_counted_gap() {
        service.faults().check = new FeedException(FeedException.Kind.UNAVAILABLE, "nobody there");
        var end = service.awaitEnd(service.begin(FAST));

        assertThat(end.path("status").asString()).isEqualTo("FINISHED");
        assertThat(end.at("/counts/gapUnavailable").intValue()).isPositive();
    }
}
