package com.gammareplay.live;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.live.TroubledRecording.Event;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.marketdata.sqlite.SqliteLiveRecordings;
import com.gammareplay.marketdata.synthetic.DemoFeed;
import com.gammareplay.report.JsonReport;
import com.gammareplay.requests.PaperRequest;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Parts of a day of the demo, lived through on a script, with all that is done to the recording noted down. */
final class ScriptedLife {

    static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LATENCY = Duration.ofMillis(200);

    private final Path home;
    private final PaperRequest request;
    private final List<Event> events = new ArrayList<>();
    private final List<ScriptedFeed.Asked> asked = new ArrayList<>();
    private final List<PaperState> states = new ArrayList<>();
    private LiveCounts counts = new LiveCounts();
    private Instant setAt = Instant.MAX;
    private Duration step = Duration.ZERO;
    private Consumer<Event> before = _ -> {};

    ScriptedLife(Path home, PaperRequest request) {
        this.home = home;
        this.request = request;
    }

    /** The instant of a time of the day in New York. */
    Instant at(String time) {
        return request.session()
                .date()
                .atTime(LocalTime.parse(time))
                .atZone(NewYork.ZONE)
                .toInstant();
    }

    long second(String time) {
        return at(time).getEpochSecond();
    }

    /** Lets the clock be set at a time, from then on. */
    ScriptedLife clockSet(String at, Duration by) {
        setAt = at(at);
        step = by;
        return this;
    }

    /** Lets somebody hear what is about to be done to the recording, who may fail it. */
    ScriptedLife before(Consumer<Event> hears) {
        before = hears;
        return this;
    }

    /** Lives from a time to another, by the clock; whether the close was decided. */
    boolean live(String from, String until, ScriptedFeed.Script script) {
        var time = new VirtualTime(at(from), LATENCY, Pace.UNLIMITED);
        var feed = new ScriptedFeed(market(time), time, script);
        var session = new PaperSession(request, new JsonReport(), new Listener());
        counts = session.counts();
        try (var clock = new SettableTime(time, setAt, step);
                var file = SqliteLiveRecordings.of(home, 1_000)
                        .open(
                                request.dataset(),
                                request.session(),
                                request.replay().indices(),
                                true)) {
            return session.run(
                    new TroubledRecording(file, before, events::add),
                    clock,
                    new Market(feed, request.session(), clock),
                    () -> !clock.now().isBefore(at(until)));
        } finally {
            asked.addAll(feed.asked());
        }
    }

    private MarketFeed market(VirtualTime time) {
        return new DemoFeed(request.session().date(), time);
    }

    List<Event> events() {
        return events;
    }

    /** Stamps of recorded passes, such as {@code SPX quotes 09:30:58}. */
    List<String> stamps() {
        return events.stream()
                .flatMap(event -> Stream.ofNullable(event.pass())
                        .map(pass -> pass.index()
                                + (pass instanceof QuotePass ? " quotes " : " snapshot ")
                                + NewYork.time(event.instant())))
                .toList();
    }

    /** Times of the ticks at which was decided, by any of the lives. */
    List<LocalTime> ticks() {
        return events.stream()
                .filter(event -> event.kind() == TroubledRecording.Kind.DECISION)
                .map(event -> NewYork.time(event.instant()))
                .toList();
    }

    List<ScriptedFeed.Asked> asked() {
        return asked;
    }

    List<PaperState> states() {
        return states;
    }

    /** Those of the last life. */
    LiveCounts counts() {
        return counts;
    }

    private final class Listener implements PaperListener {

        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}

        @Override
        public void stands(PaperState state) {
            states.add(state);
        }
    }
}
