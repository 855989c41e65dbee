package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperLog.Line;
import com.gammareplay.jobs.store.Database;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.requests.PaperReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Leads paper sessions, each on a thread of its own; those that run go on at a start. Thread-safe. */
@Component
class PaperLeader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PaperLeader.class);
    private static final Duration TO_STOP = Duration.ofSeconds(3);

    private final PaperReader reader;
    private final PaperStore store;
    private final PaperJournal journal;
    private final PaperTools tools;
    private final Database database;
    private final Map<String, Led> led = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** A session that this process leads. */
    private record Led(PaperRun run, Thread thread) {}

    PaperLeader(
            PaperReader reader,
            PaperStore store,
            PaperJournal journal,
            PaperTools tools,
            Database database,
            MeterRegistry registry) {
        this.reader = reader;
        this.store = store;
        this.journal = journal;
        this.tools = tools;
        this.database = database;
        Gauge.builder("gamma.paper.sessions", led::size)
                .description("Paper sessions that run")
                .register(registry);
    }

    /** A session as it runs here; null if it does not. */
    @Nullable
    PaperRun find(String id) {
        var here = led.get(id);
        return here == null ? null : here.run();
    }

    /** Leads a session that is added now, alone: a start does not lead it too, and whoever adds the next one sees it. */
    synchronized Paper addAndLead(Supplier<Paper> adding) {
        var paper = adding.get();
        lead(paper);
        return paper;
    }

    /** Leads a session, after the next start if this process stops. One that cannot be led would keep its indices for ever. */
    private void lead(Paper paper) {
        if (running) {
            try {
                begin(paper);
            } catch (RuntimeException e) {
                LOG.error("Paper session {} cannot be led", paper.id(), e);
                store.end(paper.id(), PaperStatus.FAILED, PaperError.of(e), paper.standing());
            }
        }
    }

    private void begin(Paper paper) {
        var run = new PaperRun(paper, paper.asked(reader), new PaperLog(known(paper)), tools);
        var thread = Thread.ofPlatform().name("paper-" + paper.id()).daemon().unstarted(() -> {
            try {
                run.run();
            } finally {
                led.remove(paper.id());
            }
        });
        led.put(paper.id(), new Led(run, thread));
        if (store.find(paper.id()).filter(Paper::stopping).isPresent()) { // perhaps only just now
            run.stop();
        }
        thread.start();
    }

    /** A recording that is not there yet, or not to be read, says nothing. */
    private List<Line> known(Paper paper) {
        try {
            return journal.lines(paper);
        } catch (DataException e) {
            LOG.debug("{} cannot be read", paper.dataset(), e);
            return List.of();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        if (!database.isShared()) { // each has one leader, and its recording lies with that
            store.running().forEach(this::lead);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        led.values().forEach(here -> here.run().shutDown());
        led.values().forEach(here -> awaitEnd(here.thread()));
    }

    private static void awaitEnd(Thread thread) {
        try {
            if (!thread.join(TO_STOP)) {
                LOG.warn("{} has not ended", thread.getName());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
