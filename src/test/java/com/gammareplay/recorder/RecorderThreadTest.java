package com.gammareplay.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.live.DemoAndBroker;
import com.gammareplay.live.LiveMarkets;
import com.gammareplay.live.LiveTime;
import com.gammareplay.live.Pace;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.sqlite.SqliteLiveRecordings;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The recorder with the days of the demo as its market; it is always as late as the day is. */
class RecorderThreadTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 24);

    @TempDir
    private Path home;

    private final Days days = new Days();
    private @Nullable RecorderThread recorder;

    /** The demo in the place of the broker: its time is that of day until somebody says that it is later. */
    private static final class Days implements LiveMarkets, InstantSource {

        private final LiveMarkets demo = new DemoAndBroker(null, InstantSource.system());
        private final ConcurrentLinkedQueue<LocalDate> opened = new ConcurrentLinkedQueue<>();
        private volatile Instant now = Instant.EPOCH;
        private volatile @Nullable LiveTime time;

        @Override
        public Instant instant() {
            var inSession = time;
            return inSession == null || inSession.now().isBefore(now) ? now : inSession.now();
        }

        @Override
        public List<LocalDate> demoDates() {
            return demo.demoDates();
        }

        @Override
        public boolean hasBroker() {
            return true;
        }

        @Override
        public Lived open(LiveSource source, Session session, Pace pace, Instant from) {
            assertThat(source).isEqualTo(LiveSource.TRADIER);
            opened.add(session.date());
            var lived = demo.open(LiveSource.DEMO, session, Pace.UNLIMITED, from);
            time = lived.time();
            return lived;
        }
    }

    @AfterEach
    void stop() {
        if (recorder != null) {
            recorder.stop();
        }
    }

    private RecorderThread start(String now, int retentionDays) {
        days.now = Instant.parse(now);
        var settings = new RecorderSettings(true, "recorded", List.of(Index.SPX), retentionDays);
        LiveRecordings recordings = SqliteLiveRecordings.of(home, 5000);
        var started = new RecorderThread(settings, recordings, days, days, Duration.ofMillis(10));
        recorder = started;
        started.start();
        return started;
    }

    private int rows(String table, String date) {
        var source = new DriverManagerDataSource("jdbc:sqlite:" + home.resolve("recordings/recorded.db"));
        return JdbcClient.create(source)
                .sql("select count(*) from " + table + " where timestamp like ?")
                .param(date + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void it_waits_for_the_next_session() {
        var waiting = start("2025-11-22T15:00:00Z", 0);

        assertThat(waiting.isRunning()).isTrue();
        assertThat(waiting.state().session()).isNull();
        assertThat(waiting.state().next()).extracting(Session::date).isEqualTo(FIRST);
        assertThat(days.opened).isEmpty();
    }

    @Test
    void it_records_a_session_from_its_open_and_then_waits_for_the_next() {
        var recording = start("2025-11-24T14:29:00Z", 0);
        await().until(() -> recording.state().next() != null
                && recording.state().next().date().equals(FIRST.plusDays(1)));
        var state = recording.state();

        assertThat(state.session()).isNull();
        assertThat(state.counts().get("quotePasses")).isGreaterThan(700L);
        assertThat(state.counts().get("snapshotPasses")).isGreaterThanOrEqualTo(12L);
        assertThat(state.lastStamp())
                .isBetween(Instant.parse("2025-11-24T20:59:00Z"), Instant.parse("2025-11-24T21:00:00Z"));
        assertThat(rows("options_prices_live", "2025-11-24")).isGreaterThan(100_000);
        assertThat(days.opened).containsExactly(FIRST);
    }

    @Test
    void it_goes_on_in_a_session_that_it_had_begun() {
        var begun = start("2025-11-24T14:29:00Z", 0);
        await().until(() -> begun.state().counts().getOrDefault("quotePasses", 0L) > 20);
        begun.stop();
        assertThat(begun.isRunning()).isFalse();
        var before = rows("options_prices_live", "2025-11-24");
        var goesOn = start(days.instant().toString(), 0);
        await().until(() -> goesOn.state().next() != null);

        assertThat(rows("options_prices_live", "2025-11-24")).isGreaterThan(before);
        assertThat(rows("gex_peaks", "2025-11-24") % 3).isZero();
    }

    @Test
    void it_deletes_sessions_that_are_older_than_the_retention() {
        var first = start("2025-11-24T20:58:00Z", 1);
        await().until(() -> first.state().next() != null);
        first.stop();
        assertThat(rows("options_prices_live", "2025-11-24")).isPositive();
        days.time = null;
        var second = start("2025-11-25T20:58:00Z", 1);
        await().until(() -> second.state().next() != null);
        second.stop();
        assertThat(rows("options_prices_live", "2025-11-24")).isPositive();
        days.time = null;
        var third = start("2025-11-26T20:58:00Z", 1);
        await().until(() -> third.state().next() != null);

        assertThat(rows("options_prices_live", "2025-11-24")).isZero();
        assertThat(rows("options_prices_live", "2025-11-25")).isPositive();
        assertThat(rows("options_prices_live", "2025-11-26")).isPositive();
    }

    @Test
    void a_recorder_that_is_off_does_nothing() {
        var settings = new RecorderSettings(false, "recorded", List.of(Index.SPX), 0);
        var off = new RecorderThread(settings, SqliteLiveRecordings.of(home, 5000), days, days, Duration.ZERO);
        off.start();

        assertThat(off.isRunning()).isFalse();
        assertThat(off.state().next()).isNull();
    }
}
