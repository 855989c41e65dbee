package com.gammareplay.live;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.replay.TimeManager;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * The ticks of a session in their time (replay rules, section 9): until one is due the market is asked and its answers are
 * sealed; those whose time has gone by are passed over. The close is never passed over, so that no position stays open.
 */
final class LiveTicks implements TimeManager {

    private final TickSchedule ticks;
    private final int tickLate;
    private final LiveTime time;
    private final Passes passes;
    private final BooleanSupplier stopped;
    private final LiveCounts counts;
    private int next;
    private long last = MarketView.NONE;

    /**
     * The ticks that are left of a session.
     *
     * @param last the tick that was decided last, {@code MarketView.NONE} if none was
     */
    LiveTicks(
            TickSchedule ticks,
            int tickLate,
            LiveTime time,
            Passes passes,
            long last,
            BooleanSupplier stopped,
            LiveCounts counts) {
        this.ticks = ticks;
        this.tickLate = tickLate;
        this.time = time;
        this.passes = passes;
        this.stopped = stopped;
        this.counts = counts;
        while (next < ticks.size() && ticks.tick(next) <= last) {
            next++;
        }
        this.last = last;
    }

    @Override
    public boolean hasNext() {
        while (next < ticks.size() && !stopped.getAsBoolean()) {
            var tick = Instant.ofEpochSecond(ticks.tick(next));
            if (time.now().isBefore(tick)) {
                passes.begin();
                var until = passes.next().isBefore(tick) ? passes.next() : tick;
                time.await(until).ifPresent(answer -> passes.seal(answer, last));
            } else {
                sealArrived();
                if (isInTime()) {
                    return true;
                }
                passOverLate();
            }
        }
        return false;
    }

    private void passOverLate() {
        var first = next;
        while (!isInTime()) {
            next++;
        }
        counts.skippedTicks(next - first, ticks.tick(first));
    }

    private void sealArrived() {
        var now = time.now();
        for (var answer = time.await(now); answer.isPresent(); answer = time.await(now)) {
            passes.seal(answer.get(), last);
        }
    }

    private boolean isInTime() {
        var latest = Instant.ofEpochSecond(ticks.tick(next)).plusSeconds(tickLate);
        return next == ticks.size() - 1 || !time.now().isAfter(latest);
    }

    @Override
    public long advance() {
        last = ticks.tick(next++);
        return last;
    }
}
