package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperEvent.Place;
import com.gammareplay.jobs.store.Database;
import com.gammareplay.live.Parity;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.requests.PaperReader;
import com.gammareplay.requests.PaperReader.Markets;
import com.gammareplay.requests.PaperSubmission;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins, shows, stops and forgets paper sessions. Thread-safe. */
@Component
public class PaperSessions {

    private final PaperReader reader;
    private final PaperStore store;
    private final PaperJournal journal;
    private final PaperTools tools;
    private final PaperLeader leader;
    private final Database database;

    PaperSessions(
            PaperReader reader,
            PaperStore store,
            PaperJournal journal,
            PaperTools tools,
            PaperLeader leader,
            Database database) {
        this.reader = reader;
        this.store = store;
        this.journal = journal;
        this.tools = tools;
        this.leader = leader;
        this.database = database;
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
    public Paper begin(byte[] body) {
        if (database.isShared()) {
            throw new NoPaperSessionsException();
        }
        var paper = leader.addAndLead(() -> add(body));
        return find(paper.id()).orElse(paper);
    }

    private Paper add(byte[] body) {
        var id = UUID.randomUUID().toString();
        var submission = reader.read(body, Paper.dataset(id), markets());
        requireFree(submission);
        store.add(id, submission);
        return store.find(id).orElseThrow();
    }

    private Markets markets() {
        var markets = tools.markets();
        return new Markets(
                markets.demoDates(), markets.hasBroker(), tools.clock().instant());
    }

    private void requireFree(PaperSubmission submission) {
        for (var other : store.running()) {
            if (other.source() == submission.source()) {
                var taken = other.asked(reader).replay().indices();
                for (var index : submission.request().replay().indices()) {
                    if (taken.contains(index)) {
                        throw new IndexInUseException(index, other.id());
                    }
                }
            }
        }
    }

    /** The session of an id. */
    public Optional<Paper> find(String id) {
        var here = leader.find(id); // before the row, which it writes last
        return store.find(id).map(paper -> now(paper, here));
    }

    private static Paper now(Paper paper, @Nullable PaperRun here) {
        return here == null || paper.status().isFinal() ? paper : paper.with(here.standing());
    }

    /** The newest sessions, of those before a number if there is one. */
    public List<Paper> newest(long before, int limit) {
        return store.newest(before, limit).stream()
                .map(paper -> now(paper, leader.find(paper.id())))
                .toList();
    }

    /** Lets a session end soon, unless it has ended; the session as it is then. */
    public Optional<Paper> stop(String id) {
        store.stopping(id);
        var here = leader.find(id);
        if (here != null) {
            here.stop();
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
        var here = leader.find(paper.id());
        if (here != null) {
            return new PaperSubscription(here.log(), after);
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
}
