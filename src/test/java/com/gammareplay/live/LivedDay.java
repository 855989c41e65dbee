package com.gammareplay.live;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.marketdata.SessionMarket;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.marketdata.sqlite.SqliteLiveRecordings;
import com.gammareplay.marketdata.synthetic.DemoFeed;
import com.gammareplay.model.Session;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.JsonReport;
import com.gammareplay.requests.PaperReader;
import com.gammareplay.requests.PaperRequest;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.testing.DeafListener;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A day of the demo, lived through by a paper session that asks a stub of the broker over HTTP, as fast as it goes. */
final class LivedDay {

    private static final JsonReport REPORT = new JsonReport();
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int BUSY_TIMEOUT = 1_000;
    private static final PaperListener SILENT = new PaperListener() {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}

        @Override
        public void stands(PaperState state) {}
    };

    private final Path home;
    private final PaperRequest request;
    private final LocalDate demoDay;
    private final LiveRecordings recordings;
    private final Map<String, Long> counts = new TreeMap<>();
    private @Nullable VirtualTime last;

    private LivedDay(Path home, PaperRequest request, LocalDate demoDay) {
        this.home = home;
        this.request = request;
        this.demoDay = demoDay;
        this.recordings = SqliteLiveRecordings.of(home, BUSY_TIMEOUT);
    }

    /** A day of the demo. */
    static LivedDay of(Path home, PaperRequest request) {
        return new LivedDay(home, request, request.session().date());
    }

    /** Any session, whose market is that of a day of the demo at the same times of day. */
    static LivedDay like(LocalDate demoDay, Path home, PaperRequest request) {
        return new LivedDay(home, request, demoDay);
    }

    PaperRequest request() {
        return request;
    }

    Session session() {
        return request.session();
    }

    /** When a session begins that wants to see the open. */
    Instant start() {
        return Instant.ofEpochSecond(session().open() - 60);
    }

    /** The instant of a time of the day in New York. */
    Instant at(String time) {
        return Instant.ofEpochSecond(NewYork.epochSecond(session().date(), LocalTime.parse(time)));
    }

    /** Lives through the whole day. */
    boolean live(BrokerTrouble trouble) {
        return live(start(), trouble, time -> time, recording -> recording);
    }

    /**
     * Lives through the day, or what is left of it.
     *
     * @param clock what the session takes for the time
     * @param file what the session records into
     * @return whether the close was decided
     */
    <T extends LiveTime & InstantSource> boolean live(
            Instant from, BrokerTrouble trouble, Function<VirtualTime, T> clock, UnaryOperator<LiveRecording> file) {
        var time = new VirtualTime(from, LATENCY, Pace.UNLIMITED);
        last = time;
        var paper = new PaperSession(request, REPORT, SILENT);
        try (var lived = clock.apply(time);
                var stub = new TradierStub(session(), time, demo(time), trouble);
                var feed = stub.feed(lived);
                var recording = file.apply(open())) {
            return paper.run(recording, lived, new Market(feed, session(), lived), () -> false);
        } finally {
            paper.counts().counts().forEach((what, count) -> counts.merge(what, count, Long::sum));
        }
    }

    private DemoFeed demo(VirtualTime time) {
        var day = new ExchangeCalendar().session(demoDay).orElseThrow();
        var shift = day.open() - session().open();
        return new DemoFeed(demoDay, () -> time.instant().plusSeconds(shift));
    }

    LiveRecording open() {
        return recordings.open(request.dataset(), session(), request.replay().indices(), false);
    }

    /** When the last session of this day ended. */
    Instant ended() {
        return Objects.requireNonNull(last).now();
    }

    /** What all sessions of this day got and lack. */
    Map<String, Long> counts() {
        return counts;
    }

    LiveRecordings.Journal journal() {
        return recordings.journal(request.dataset()).orElseThrow();
    }

    /** The check as users have it. */
    Parity parity() {
        return parity(home, request.dataset());
    }

    /** The check of a recording, of which nothing is known but its file. */
    static Parity parity(Path home, String dataset) {
        var journal =
                SqliteLiveRecordings.of(home, BUSY_TIMEOUT).journal(dataset).orElseThrow();
        var read = new PaperReader(new RequestReader(folder(home))).readRecorded(journal.description(), dataset);
        return parity(home, read, new ParityCheck(read, journal.ticks(), REPORT), market -> market);
    }

    /** The check with other rules. */
    Parity parity(TradingRules rules) {
        return parity(home, request, new ParityCheck(request, journal().ticks(), rules, REPORT), market -> market);
    }

    /** The check of other ticks. */
    Parity parity(List<LiveRecording.DecidedTick> ticks) {
        return parity(home, request, new ParityCheck(request, ticks, REPORT), market -> market);
    }

    /** The check with another market. */
    Parity parity(UnaryOperator<SessionMarket> market) {
        return parity(home, request, new ParityCheck(request, journal().ticks(), REPORT), market);
    }

    private static Parity parity(
            Path home, PaperRequest request, ParityCheck check, UnaryOperator<SessionMarket> market) {
        var needs = new DataNeeds(ZoneOffset.UTC, true);
        try (var recording = folder(home).open(request.dataset(), needs, () -> false)) {
            return check.run(market.apply(
                    recording.open(request.session(), request.replay().indices())));
        }
    }

    /** A plain backtest of the recording. */
    ReplayResult backtest() {
        return backtests(home).run(request.replay(), new DeafListener());
    }

    private static Backtests backtests(Path home) {
        return new BacktestRunner(folder(home), new ExchangeCalendar(), Runnable::run, "test");
    }

    private static RecordingFolder folder(Path home) {
        return RecordingFolder.of(home.resolve("data"), home, BUSY_TIMEOUT, null);
    }
}
