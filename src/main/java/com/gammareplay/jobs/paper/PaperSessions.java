package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperEvent.Place;
import com.gammareplay.jobs.paper.PaperLog.Line;
import com.gammareplay.jobs.store.Database;
import com.gammareplay.live.Parity;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.requests.PaperReader;
import com.gammareplay.requests.PaperReader.Markets;
import com.gammareplay.requests.PaperRequest;
import com.gammareplay.requests.PaperSubmission;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Begins, shows, stops and forgets paper sessions, each on a thread of its own; those that run go on at a start. Thread-safe. */
@Component
public class PaperSessions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PaperSessions.class);
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

    PaperSessions(
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

    /**
     * Begins a session; once this returns, it survives a crash.
     *
     * @param body what is asked for, as JSON
     * @throws com.gammareplay.requests.MalformedJsonException if the body is no JSON
     * @throws com.gammareplay.requests.InvalidRequestException naming everything that is wrong
     * @throws IndexInUseException if another session has one of its indices
     * @throws NoPaperSessionsException if this is one of several replicas
     */
    public synchronized Paper begin(byte[] body) {
        if (database.isShared()) {
            throw new NoPaperSessionsException();
        }
        var id = UUID.randomUUID().toString();
        var submission = reader.read(body, Paper.dataset(id), markets());
        requireFree(submission);
        store.add(id, submission);
        var paper = store.find(id).orElseThrow();
        if (running) {
            leadOrEnd(paper);
        }
        return find(id).orElse(paper);
    }

    private Markets markets() {
        var markets = tools.markets();
        return new Markets(
                markets.demoDates(), markets.hasBroker(), tools.clock().instant());
    }

    private PaperRequest request(Paper paper) {
        return reader.readAccepted(paper.request(), paper.dataset(), paper.session());
    }

    private void requireFree(PaperSubmission submission) {
        for (var other : store.running()) {
            if (other.source() == submission.source()) {
                var taken = request(other).replay().indices();
                for (var index : submission.request().replay().indices()) {
                    if (taken.contains(index)) {
                        throw new IndexInUseException(index, other.id());
                    }
                }
            }
        }
    }

    /** Without a thread it would keep its indices for ever. */
    private void leadOrEnd(Paper paper) {
        try {
            lead(paper);
        } catch (RuntimeException e) {
            LOG.error("Paper session {} cannot be led", paper.id(), e);
            store.end(paper.id(), PaperStatus.FAILED, PaperError.of(e), paper.standing());
        }
    }

    private void lead(Paper paper) {
        var run = new PaperRun(paper, request(paper), new PaperLog(known(paper)), tools);
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

    /** The session of an id. */
    public Optional<Paper> find(String id) {
        var here = led.get(id); // before the row, which it writes last
        return store.find(id).map(paper -> now(paper, here));
    }

    private static Paper now(Paper paper, @Nullable Led here) {
        return here == null || paper.status().isFinal()
                ? paper
                : paper.with(here.run().standing());
    }

    /** The newest sessions, of those before a number if there is one. */
    public List<Paper> newest(long before, int limit) {
        return store.newest(before, limit).stream()
                .map(paper -> now(paper, led.get(paper.id())))
                .toList();
    }

    /** Lets a session end soon, unless it has ended; the session as it is then. */
    public Optional<Paper> stop(String id) {
        store.stopping(id);
        var here = led.get(id);
        if (here != null) {
            here.run().stop();
        }
        return find(id);
    }

    /**
     * Forgets a session that has ended, with its recording; false if it runs or is not there.
     *
     * @throws DataException if the recording cannot be deleted: then the session stays
     */
    public boolean delete(String id) {
        var isOver = store.find(id).filter(paper -> paper.status().isFinal()).isPresent();
        if (isOver) {
            tools.recordings().delete(Paper.dataset(id));
        }
        return isOver && store.delete(id);
    }

    /**
     * What happens in a session from now on, and before it what somebody missed who knows {@code after}.
     *
     * @throws DataException if the recording of a session that has ended is gone
     */
    public PaperSubscription follow(Paper paper, @Nullable Place after) {
        var here = led.get(paper.id());
        if (here != null) {
            return new PaperSubscription(here.run().log(), after);
        }
        var log = new PaperLog(journal.lines(paper));
        if (store.find(paper.id()).filter(found -> !found.status().isFinal()).isEmpty()) {
            log.end();
        }
        return new PaperSubscription(log, after);
    }

    /** Replays the ticks that a session has decided so far, from its recording alone, and compares. */
    public Parity check(Paper paper) {
        return journal.check(paper);
    }

    @Override
    public synchronized void start() {
        running = true;
        if (!database.isShared()) { // each has one leader, and its recording lies with that
            store.running().forEach(this::leadOrEnd);
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
