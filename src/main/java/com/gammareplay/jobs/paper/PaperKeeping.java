package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperRun.Ending;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps how a paper session stands, now and then, and how it ended. Used by the thread that leads it. */
final class PaperKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(PaperKeeping.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final String id;
    private final PaperWatch watch;
    private final PaperLog log;
    private final PaperTools tools;
    private Instant kept;
    private @Nullable Thread keeping;

    PaperKeeping(String id, PaperWatch watch, PaperLog log, PaperTools tools) {
        this.id = id;
        this.watch = watch;
        this.log = log;
        this.tools = tools;
        this.kept = tools.clock().instant();
    }

    /** Keeps how the session stands, if it was kept too long a time ago or is at its first tick; does not wait for it. */
    void look() {
        var now = tools.clock().instant();
        var isFirst = keeping == null && watch.standing().tick() != null;
        if ((isFirst || kept.plus(PAUSE).isBefore(now)) && (keeping == null || !keeping.isAlive())) {
            kept = now;
            keeping = Thread.ofVirtual().name("paper-keeping").start(() -> isKept(null)); // a tick must not wait for it
        }
    }

    /** Keeps how the session stands, or how it ended; false if that cannot be written now. */
    boolean isKept(@Nullable Ending ending) {
        try {
            if (ending == null) {
                tools.store().stands(id, watch.standing());
            } else {
                tools.store().end(id, ending.status(), ending.error(), watch.standing());
                log.end();
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("How paper session {} stands cannot be written: {}", id, e.toString());
            return false;
        }
    }
}
