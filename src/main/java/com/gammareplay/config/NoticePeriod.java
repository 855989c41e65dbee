package com.gammareplay.config;

import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets a replica that stops take calls until whoever sends it some has seen that it is not ready any more: a call that meets
 * a closed port may be lost. Readiness is down from the beginning of the stop; jobs are put back meanwhile.
 */
@Component
@Profile("cluster")
class NoticePeriod implements SmartLifecycle {

    private static final Duration NOTICE = Duration.ofSeconds(3);

    private volatile boolean running;
    private volatile long closed;

    @EventListener(ContextClosedEvent.class)
    void closed() {
        closed = System.nanoTime();
    }

    /** After the jobs, before the web server. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, NOTICE.toNanos() - (System.nanoTime() - closed))));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
