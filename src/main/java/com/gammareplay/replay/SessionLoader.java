package com.gammareplay.replay;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Loads sessions a little ahead of their replay, several at once; memory does not grow with the range. */
public final class SessionLoader implements AutoCloseable {

    /** Enough that two sessions are read while another is replayed. */
    private static final int AHEAD = 3;

    private final Recording recording;
    private final List<Index> indices;
    private final Iterator<Session> sessions;
    private final Executor executor;
    private final int ahead;
    private final Queue<CompletableFuture<RecordedSession>> loading = new ArrayDeque<>();

    /** A loader of sessions in their order. */
    public SessionLoader(Recording recording, List<Index> indices, List<Session> sessions, Executor executor) {
        this(recording, indices, sessions, executor, AHEAD);
    }

    /**
     * A loader of sessions in their order.
     *
     * @param ahead most sessions held in memory before their replay
     */
    public SessionLoader(
            Recording recording, List<Index> indices, List<Session> sessions, Executor executor, int ahead) {
        this.recording = recording;
        this.indices = indices;
        this.sessions = sessions.iterator();
        this.executor = executor;
        this.ahead = ahead;
    }

    /** The next session, once it is loaded. */
    public RecordedSession next() {
        while (loading.size() < ahead && sessions.hasNext()) {
            var session = sessions.next();
            loading.add(CompletableFuture.supplyAsync(() -> recording.open(session, indices), executor));
        }
        return Futures.join(loading.remove());
    }

    /** Waits for what is still being loaded, so that the recording can be closed. */
    @Override
    public void close() {
        loading.forEach(session -> session.exceptionally(_ -> null));
        CompletableFuture.allOf(loading.toArray(CompletableFuture[]::new))
                .handle((_, _) -> true)
                .join();
    }
}
