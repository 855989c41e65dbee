package com.gammareplay.preparation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Prepares what is asked for and, unless switched off, what it finds; in the background, from start to stop. It looks for
 * the first time one interval after the start, which is not slowed down by it.
 */
@Component
@EnableConfigurationProperties(PrepareSettings.class)
class PreparingThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PreparingThread.class);
    private static final Duration TO_STOP = Duration.ofSeconds(1);
    /** A read ends soon after it was cancelled. */
    private static final Duration TO_END = Duration.ofSeconds(30);

    private final Preparations preparations;
    private final DatasetPreparer preparer;
    private final DatasetConfirmer confirmer;
    private final PrepareSettings settings;
    private @Nullable Thread thread;

    PreparingThread(
            Preparations preparations, DatasetPreparer preparer, DatasetConfirmer confirmer, PrepareSettings settings) {
        this.preparations = preparations;
        this.preparer = preparer;
        this.confirmer = confirmer;
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing rests on it; where it counts, jobs come first
    public synchronized void start() {
        if (!ends(TO_END)) {
            throw new IllegalStateException("a session has been read since before the stop");
        }
        preparations.open();
        thread = Thread.ofPlatform()
                .name("preparing")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::run);
    }

    @Override
    public synchronized void stop() {
        preparations.close();
        if (!ends(TO_STOP)) {
            LOG.debug("a session is still being read");
        }
    }

    private boolean ends(Duration atMost) {
        try {
            return thread == null || thread.join(atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !preparations.isClosed();
    }

    private void run() {
        try {
            while (!preparations.isClosed()) {
                var next = preparations.next(settings.interval());
                if (next.isPresent()) {
                    try {
                        preparer.prepare(next.get());
                    } finally {
                        preparations.done(next.get().dataset());
                    }
                } else {
                    unlessOff(preparer::look);
                    unlessOff(confirmer::confirm);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void unlessOff(Runnable work) {
        if (settings.enabled() && !preparations.isClosed()) {
            try {
                work.run();
            } catch (RuntimeException | VirtualMachineError e) { // should memory not suffice, it may the next time
                LOG.debug("the datasets cannot be looked at", e);
            }
        }
    }
}
