package com.gammareplay.live;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveRecording.DecidedTick;
import com.gammareplay.replay.TimeManager;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongConsumer;

/**
 * The ticks of a paper session: first those decided before a restart, which must be decided alike, then those to come, of
 * which each is noted down before anything else is seen.
 */
final class PaperTicks implements TimeManager {

    private final Queue<DecidedTick> past;
    private final TimeManager live;
    private final LiveRecording recording;
    private final TickLog log;
    private final LiveCounts counts;
    private final LongConsumer ended;
    private long tick = MarketView.NONE;
    private long last = MarketView.NONE;
    private boolean isPast;

    /**
     * The ticks of a session.
     *
     * @param live those after the last one of the past
     * @param ended hears of each tick that is over
     */
    PaperTicks(
            List<DecidedTick> past,
            TimeManager live,
            LiveRecording recording,
            TickLog log,
            LiveCounts counts,
            LongConsumer ended) {
        this.past = new ArrayDeque<>(past);
        this.live = live;
        this.recording = recording;
        this.log = log;
        this.counts = counts;
        this.ended = ended;
    }

    @Override
    public boolean hasNext() {
        end();
        return !past.isEmpty() || live.hasNext();
    }

    @Override
    public long advance() {
        isPast = !past.isEmpty();
        tick = isPast ? past.element().tick() : live.advance();
        return tick;
    }

    private void end() {
        if (tick == MarketView.NONE) {
            return;
        }
        var decided = log.take();
        if (isPast) {
            requireSame(past.remove(), decided);
        } else {
            recording.decided(tick, decided);
            counts.decidedTick();
        }
        ended.accept(tick);
        last = tick;
        tick = MarketView.NONE;
    }

    private static void requireSame(DecidedTick before, String decided) {
        if (!before.decided().equals(decided)) {
            throw new DivergedException("at " + Instant.ofEpochSecond(before.tick()) + " was decided before: "
                    + before.decided() + " and after the restart: " + decided);
        }
    }

    /** The last tick that is over. */
    long last() {
        return last;
    }
}
