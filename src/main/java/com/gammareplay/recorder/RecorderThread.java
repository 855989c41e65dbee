package com.gammareplay.recorder;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.live.LiveCounts;
import com.gammareplay.live.LiveMarkets;
import com.gammareplay.live.Pace;
import com.gammareplay.live.Recorder;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Records one session after the other, if it is switched on, over failures of the market and of the recording. */
public final class RecorderThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecorderThread.class);

    /** From the beginning of the recording to the open. */
    private static final Duration LEAD = Duration.ofMinutes(1);

    /** A clock may be set meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration TO_STOP = Duration.ofSeconds(3);

    private final RecorderSettings settings;
    private final LiveRecordings recordings;
    private final LiveMarkets markets;
    private final InstantSource clock;
    private final Duration pause;
    private final ExchangeCalendar calendar = new ExchangeCalendar();
    private final LiveCounts counts = new LiveCounts();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Session session;
    private volatile @Nullable Instant lastStamp;
    private @Nullable Thread thread;

    /**
     * A recorder that has not been started.
     *
     * @param pause after a failure of the recording
     */
    public RecorderThread(
            RecorderSettings settings,
            LiveRecordings recordings,
            LiveMarkets markets,
            InstantSource clock,
            Duration pause) {
        this.settings = settings;
        this.recordings = recordings;
        this.markets = markets;
        this.clock = clock;
        this.pause = pause;
    }

    /** How it was told to work. */
    public RecorderSettings settings() {
        return settings;
    }

    /** How it is. */
    public RecorderState state() {
        var now = session;
        var next = settings.enabled() && now == null ? next().orElse(null) : null;
        return new RecorderState(now, next, lastStamp, counts.counts(), counts.lastProblem());
    }

    private Optional<Session> next() {
        return calendar.underWayOrNext(clock.instant().getEpochSecond());
    }

    private void run() {
        while (!isStopped()) {
            var next = next();
            if (next.isEmpty()) {
                LOG.warn("the calendar has no session any more, nothing is recorded");
                return;
            }
            var begin = Instant.ofEpochSecond(next.get().open()).minus(LEAD);
            if (clock.instant().isBefore(begin)) {
                await(begin);
            } else {
                record(next.get());
            }
        }
    }

    private void record(Session now) {
        session = now;
        LOG.info("recording the session of {} into {}", now.date(), settings.dataset());
        try {
            recorded(now);
        } catch (RecordingFailedException | DataException e) {
            counts.notRecorded(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("the recorder failed", e);
        } finally {
            session = null;
        }
        await(clock.instant().plus(pause));
    }

    private void recorded(Session now) {
        try (var recording = recordings.open(settings.dataset(), now, settings.indices(), false);
                var lived = markets.open(LiveSource.TRADIER, now, Pace.UNLIMITED, clock.instant())) {
            check(lived, now);
            deleteOld(recording, now);
            new Recorder(counts)
                    .record(
                            now,
                            settings.indices(),
                            recording,
                            lived.time(),
                            lived.market(),
                            () -> isStopped(recording));
        }
    }

    private void check(LiveMarkets.Lived lived, Session now) {
        try {
            lived.market().feed().check(now, settings.indices()).forEach(LOG::warn);
        } catch (FeedException e) {
            counts.failure(e);
        }
    }

    private void deleteOld(LiveRecording recording, Session now) {
        if (settings.retentionDays() > 0) {
            var rows = recording.deleteBefore(now.date().minusDays(settings.retentionDays()));
            LOG.info("deleted {} rows that were recorded more than {} days ago", rows, settings.retentionDays());
        }
    }

    private boolean isStopped(LiveRecording recording) {
        if (recording.newest() > 0) {
            lastStamp = Instant.ofEpochSecond(recording.newest());
        }
        return isStopped();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits until some time, or less. */
    private void await(Instant until) {
        var left = Duration.between(clock.instant(), until);
        var wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
        try {
            if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the recorder stops");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (settings.enabled()) {
            stopped = new CountDownLatch(1);
            thread = Thread.ofPlatform().name("recorder").daemon().start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        try {
            if (thread != null && !thread.join(TO_STOP)) {
                LOG.warn("the recorder has not ended");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
