package com.gammareplay.jobs.paper;

import com.gammareplay.live.DemoAndBroker;
import com.gammareplay.live.LiveMarkets.Lived;
import com.gammareplay.live.Pace;
import com.gammareplay.live.PaperSession;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.requests.PaperRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads one paper session, over failures of its recording, until it has ended or the service stops. */
final class PaperRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PaperRun.class);

    /** How long after the close a recording may fail. */
    private static final Duration LATEST = Duration.ofMinutes(10);

    private static final Set<FeedException.Kind> HOPELESS =
            Set.of(FeedException.Kind.UNAUTHORIZED, FeedException.Kind.CLOSED);

    private final Paper paper;
    private final PaperRequest request;
    private final PaperTools tools;
    private final PaperLog log;
    private final PaperWatch watch;
    private final PaperKeeping keeping;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch shutDown = new CountDownLatch(1);
    private @Nullable Instant failing;
    private @Nullable Instant failedAfter;

    /** How a session ended. */
    record Ending(PaperStatus status, @Nullable PaperError error) {}

    PaperRun(Paper paper, PaperRequest request, PaperLog log, PaperTools tools) {
        this.paper = paper;
        this.request = request;
        this.tools = tools;
        this.log = log;
        this.watch = new PaperWatch(tools.report(), log, paper.standing());
        this.keeping = new PaperKeeping(paper.id(), watch, log, tools);
    }

    PaperLog log() {
        return log;
    }

    Standing standing() {
        return watch.standing();
    }

    /** Lets the session end soon. */
    void stop() {
        stopped.countDown();
    }

    /** Lets the thread end soon; the session goes on after the next start. */
    void shutDown() {
        shutDown.countDown();
        stopped.countDown();
    }

    @Override
    public void run() {
        Ending ending;
        try {
            ending = led();
        } catch (RuntimeException | Error e) {
            LOG.error("Paper session {} failed", paper.id(), e);
            ending = new Ending(PaperStatus.FAILED, PaperError.of(e));
        }
        while (!keeping.isKept(ending) && !isOver(shutDown)) {
            LOG.debug("How paper session {} ended is written again", paper.id());
        }
    }

    /** Leads the session until it ends; null if it is to go on after the next start. */
    private @Nullable Ending led() {
        while (true) {
            try {
                return lived();
            } catch (RecordingFailedException | DataException e) {
                requireHope(e);
                watch.counts().notRecorded(String.valueOf(e.getMessage()));
                if (isOver(stopped)) {
                    return stopped();
                }
            }
        }
    }

    private @Nullable Ending stopped() {
        return shutDown.getCount() == 0 ? null : new Ending(PaperStatus.STOPPED, null);
    }

    /** A recording that could be written before may be so again, but not for ever. */
    private void requireHope(RuntimeException failure) {
        var now = tools.clock().instant();
        var tick = watch.standing().tick();
        if (failure instanceof DataException data
                && (data.kind() != DataException.Kind.UNAVAILABLE || (failing == null && tick == null))) {
            throw failure;
        }
        if (failing == null || !Objects.equals(tick, failedAfter)) {
            failing = now;
            failedAfter = tick;
        }
        var close = Instant.ofEpochSecond(request.session().close());
        var since = failing.isBefore(close) ? close : failing;
        if (now.isAfter(since.plus(LATEST))) {
            throw failure;
        }
    }

    private @Nullable Ending lived() {
        try (var recording = open();
                var lived = market(recording)) {
            requireKept(recording);
            watch.begin(warnings(lived, recording));
            var session = new PaperSession(request, tools.report(), watch, watch.counts());
            var isOver = session.run(recording, lived.time(), lived.market(), () -> isStopped(lived));
            return isOver ? new Ending(PaperStatus.FINISHED, null) : stopped();
        }
    }

    /** What was told of the session must be in its recording. */
    private void requireKept(LiveRecording recording) {
        var told = watch.standing().tick();
        var past = recording.decidedTicks();
        if (told != null && (past.isEmpty() || past.getLast().tick() < told.getEpochSecond())) {
            throw new DataException(
                    DataException.Kind.MISSING,
                    "the recording " + request.dataset() + " has lost what was decided up to " + told);
        }
    }

    private LiveRecording open() {
        return tools.recordings()
                .open(
                        request.dataset(),
                        request.session(),
                        request.replay().indices(),
                        paper.source() == LiveSource.DEMO);
    }

    private Lived market(LiveRecording recording) {
        var from = DemoAndBroker.demoFrom(request.session(), recording);
        var pace = paper.speed() == null ? Pace.UNLIMITED : new Pace(paper.speed());
        return tools.markets().open(paper.source(), request.session(), pace, from);
    }

    private List<String> warnings(Lived lived, LiveRecording recording) {
        if (!recording.decidedTicks().isEmpty()) {
            return watch.standing().warnings(); // to ask anew would cost ticks
        }
        try {
            return lived.market()
                    .feed()
                    .check(request.session(), request.replay().indices());
        } catch (FeedException e) {
            if (HOPELESS.contains(e.kind())) {
                throw e;
            }
            watch.counts().failure(e);
            return List.of();
        }
    }

    /** Asked all the time by the session's thread. */
    private boolean isStopped(Lived lived) {
        watch.time(lived.time().now());
        keeping.look();
        return stopped.getCount() == 0;
    }

    /** Waits some time, or until something is over; whether it is. */
    private boolean isOver(CountDownLatch awaited) {
        try {
            return awaited.await(tools.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
