package com.gammareplay.cli;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.live.DemoAndBroker;
import com.gammareplay.live.LiveMarkets.Lived;
import com.gammareplay.live.Pace;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.synthetic.DemoFeed;
import com.gammareplay.marketdata.tradier.TradierFeed;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.math.BigInteger;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which market is lived through, on which day, how fast. */
final class LiveOptions {

    private static final int DEFAULT_SPEED = 600;
    private static final int MOST_SPEED = 1_000_000;

    private final InstantSource clock = InstantSource.system();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "demo, a made-up market, or tradier, the broker, whose key is in TRADIER_TOKEN.")
    private @Nullable LiveSource source;

    @Option(names = "--date", paramLabel = "DATE", description = "Day of the demo, the first one if left out.")
    private @Nullable LocalDate date;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Seconds of the demo a second: 600 if left out, 1 is real time.")
    private BigInteger speed = BigInteger.valueOf(DEFAULT_SPEED);

    @Option(
            names = "--tradier-url",
            paramLabel = "URL",
            defaultValue = "${env:TRADIER_URL:-}",
            description = "Where the broker is asked (TRADIER_URL, default https://api.tradier.com).")
    private String tradierUrl = "";

    /** What is done with a market while it is lived through. */
    @FunctionalInterface
    interface Life {

        void run(LiveRecording recording, Lived lived, BooleanSupplier stopped);
    }

    /** The source that was asked for. */
    LiveSource source() {
        if (source == null) {
            throw wrong("--source: must be given, as --source=SOURCE");
        }
        return source;
    }

    /** The session that was asked for: a day of the demo, or today. */
    Session session() {
        pace(source());
        return switch (source()) {
            case DEMO -> session(date == null ? DemoFeed.dates().getFirst() : demoDate(date));
            case TRADIER -> today();
        };
    }

    private LocalDate demoDate(LocalDate asked) {
        var dates = DemoFeed.dates();
        if (!dates.contains(asked)) {
            throw wrong("--date: must be a day of the demo, "
                    + dates.stream().map(LocalDate::toString).collect(Collectors.joining(", ")) + ", was " + asked);
        }
        return asked;
    }

    private Session today() {
        Broker.settings(command(), tradierUrl);
        if (date != null) {
            throw wrong("--date: is for the demo only");
        }
        var now = clock.instant().getEpochSecond();
        var today = NewYork.date(now);
        new ExchangeCalendar().closedFor(today).ifPresent(reason -> {
            throw wrong("--source: the exchange is closed today, " + today + " is " + reason);
        });
        var session = session(today);
        if (now >= session.close()) {
            throw wrong("--source: the session of " + today + " is over");
        }
        return session;
    }

    private static Session session(LocalDate date) {
        return new ExchangeCalendar().session(date).orElseThrow();
    }

    /**
     * Lives through a session; nothing is left of one that the market refuses.
     *
     * @param name of its recording
     */
    void live(LiveSource from, Session session, List<Index> indices, Written written, String name, Life life) {
        var markets = markets(from);
        var isNew = !written.has(name);
        var recordings = written.recordings();
        try (var interruption = new Interruption();
                var recording = recordings.open(name, session, indices, from == LiveSource.DEMO);
                var lived = markets.open(from, session, pace(from), DemoAndBroker.demoFrom(session, recording))) {
            check(lived, indices, recording);
            life.run(recording, lived, interruption);
        } catch (FeedException e) {
            if (isNew) {
                recordings.delete(name);
            }
            throw e;
        }
    }

    /** What was begun goes on however the market is: open positions are to be settled. */
    private void check(Lived lived, List<Index> indices, LiveRecording recording) {
        try {
            lived.market().feed().check(lived.market().session(), indices).forEach(this::tell);
        } catch (FeedException e) {
            if (recording.decidedTicks().isEmpty()) {
                throw e;
            }
            tell(String.valueOf(e.getMessage()));
        }
    }

    private void tell(String line) {
        command().getErr().println(line);
        command().getErr().flush();
    }

    private DemoAndBroker markets(LiveSource from) {
        return new DemoAndBroker(
                from == LiveSource.DEMO ? null : new TradierFeed(Broker.settings(command(), tradierUrl), clock), clock);
    }

    private Pace pace(LiveSource from) {
        if (from == LiveSource.TRADIER && command().getParseResult().hasMatchedOption("--speed")) {
            throw wrong("--speed: is for the demo only");
        }
        if (speed.signum() < 1 || speed.compareTo(BigInteger.valueOf(MOST_SPEED)) > 0) {
            throw wrong("--speed: must be from 1 to " + MOST_SPEED + ", was " + speed);
        }
        return new Pace(speed.intValueExact());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command(), message);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
