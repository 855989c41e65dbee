package com.gammareplay.live;

import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.model.Session;
import com.gammareplay.replay.ExecutionHarness;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.PaperRequest;
import com.gammareplay.trading.TradingRules;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * One date of the bot on the live market, with simulated fills, recording all that it sees. One thread seals what the
 * market answers and decides. A session that was interrupted goes on: it first decides anew what it had decided, from its
 * own recording.
 */
public final class PaperSession {

    /** Stamps are rounded up, and rise when a clock is set back a little; seconds. */
    private static final int MOST_AHEAD = 10;

    private final PaperRequest request;
    private final Session session;
    private final StrategyParameters parameters;
    private final TickSchedule ticks;
    private final ReportWriter report;
    private final PaperListener listener;
    private final LiveCounts counts;

    /** A session that has not begun. */
    public PaperSession(PaperRequest request, ReportWriter report, PaperListener listener) {
        this(request, report, listener, new LiveCounts());
    }

    /**
     * A session that may have begun before.
     *
     * @param counts in which it counts
     */
    public PaperSession(PaperRequest request, ReportWriter report, PaperListener listener, LiveCounts counts) {
        this.request = request;
        this.session = request.session();
        this.parameters = request.parameters();
        this.ticks = new TickSchedule(session, parameters.schedule().step());
        this.report = report;
        this.listener = listener;
        this.counts = counts;
    }

    /** What it got, and what it lacks. */
    public LiveCounts counts() {
        return counts;
    }

    /**
     * Lives through the session, from now or from where it was interrupted, until its close or until it is stopped.
     *
     * @param recording of the session, held by nobody else and not advanced yet
     * @return whether the close was decided
     * @throws DataException if the recording is of another session or has rows of the future
     * @throws DivergedException if what was decided before is not decided again
     * @throws RecordingFailedException if what was decided could not be recorded: it counts as not decided
     */
    public boolean run(LiveRecording recording, LiveTime time, Market market, BooleanSupplier stopped) {
        describe(recording);
        requirePast(recording.newest(), time.now());
        var past = recording.decidedTicks();
        var last = past.isEmpty() ? MarketView.NONE : past.getLast().tick();
        var settings = PollSettings.of(parameters);
        var indices = request.replay().indices();
        var passes =
                new Passes(PollPlan.of(session, ticks, indices, settings), time, market, recording, indices, counts);
        var live = new LiveTicks(ticks, settings.tickLate(), time, passes, last, stopped, counts);
        var log = new TickLog(report, listener);
        var harness = new ExecutionHarness(
                indices,
                request.replay().startingBalance(),
                request.earlierPnl(),
                TradingRules.of(parameters),
                log,
                () -> false);
        var paperTicks =
                new PaperTicks(past, live, recording, log, counts, tick -> listener.stands(state(tick, harness, log)));
        harness.trade(session, recording, paperTicks, _ -> {});
        return paperTicks.last() == session.close();
    }

    private static PaperState state(long tick, ExecutionHarness harness, TickLog log) {
        var account = harness.account();
        return new PaperState(
                tick, account.balance(), account.equity(), log.decisions(), log.trades(), account.positions());
    }

    /** Stamps only rise, so that a recording of the future could not go on for long. */
    static void requirePast(long newest, Instant now) {
        if (newest > now.plusSeconds(MOST_AHEAD).getEpochSecond()) {
            throw new DataException(
                    DataException.Kind.UNAVAILABLE,
                    "the recording has rows of the future, at " + Instant.ofEpochSecond(newest) + " while it is "
                            + now);
        }
    }

    private void describe(LiveRecording recording) {
        var description = request.description();
        var found = recording.description();
        if (found.isEmpty()) {
            recording.describe(description);
        } else if (!found.get().equals(description)) {
            throw new DataException(
                    DataException.Kind.CORRUPT, "the recording is that of another session: " + found.get());
        }
    }
}
