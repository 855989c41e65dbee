package com.gammareplay.preparation;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Session;
import com.gammareplay.preparation.Preparations.Preparation;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Reads and replays a few sessions again and again before anybody asks, so that the first job finds code that the JVM has
 * compiled and is as fast as the next ones. What comes out is thrown away. Used by one thread.
 */
@Component
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final int SESSIONS = 5;
    private static final int TIMES = 60;
    /** On a slow disk, or where days cannot be kept. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final DatasetCatalog unkept;
    private final Backtests backtests;
    private final ReportWriter writer;
    private final Workload workload;
    private final Preparations preparations;
    private boolean isOver;

    @FunctionalInterface
    private interface Scene {
        void play() throws IOException;
    }

    /**
     * A rehearsal that has not begun.
     *
     * @param unkept reads a session each time
     * @param backtests finds what was kept of the recording
     */
    Rehearsal(
            @Qualifier("unkeptDatasets") DatasetCatalog unkept,
            Backtests backtests,
            ReportWriter writer,
            Workload workload,
            Preparations preparations) {
        this.unkept = unkept;
        this.backtests = backtests;
        this.writer = writer;
        this.workload = workload;
        this.preparations = preparations;
    }

    /** Rehearses reading, with any dataset; a job ends it. */
    void withAny() {
        for (var dataset : unkept.datasets()) {
            var sessions = dataset.readable().map(preparations::sessions).orElse(List.of());
            if (!sessions.isEmpty()) {
                repeat(dataset.name(), () -> read(dataset.name(), last(sessions)));
                return;
            }
        }
    }

    /** Rehearses with what is kept of a dataset, unless that was done before; a job ends it. */
    void with(Preparation dataset) {
        if (!isOver && !dataset.sessions().isEmpty()) {
            isOver = true;
            repeat(dataset.dataset(), () -> replay(dataset.dataset(), last(dataset.sessions())));
        }
    }

    private static List<Session> last(List<Session> sessions) {
        return sessions.subList(Math.max(0, sessions.size() - SESSIONS), sessions.size());
    }

    private void repeat(String dataset, Scene scene) {
        var began = System.nanoTime();
        try {
            for (var time = 0; time < TIMES && System.nanoTime() - began < LONGEST.toNanos(); time++) {
                scene.play();
            }
        } catch (CancellationException e) {
            LOG.debug("The rehearsal gives way", e);
        } catch (IOException
                | RuntimeException
                | VirtualMachineError e) { // whoever prepares or replays the dataset tells of it
            LOG.debug("{} is not good for a rehearsal", dataset, e);
        }
    }

    /** Without a replay, which elsewhere sees only days that were kept: the JVM makes the better code for it. */
    private void read(String dataset, List<Session> sessions) {
        try (var recording = unkept.open(dataset, DatasetPreparer.NEEDS, this::givesWay)) {
            for (var session : sessions) {
                Cancelling.requireWanted(this::givesWay);
                recording.open(session, recording.indices());
            }
        }
    }

    private void replay(String dataset, List<Session> sessions) throws IOException {
        var from = sessions.getFirst().date();
        var to = sessions.getLast().date();
        var request = backtests.read(
                new RawRequest(dataset, null, null, from.toString(), to.toString(), null, Map.of(), null, null));
        writer.request(request);
        write(backtests.run(request, new GivesWay()));
    }

    private void write(ReplayResult result) throws IOException {
        var nowhere = OutputStream.nullOutputStream();
        writer.result(result, nowhere);
        writer.trades(result, nowhere);
        writer.decisions(result, nowhere);
        writer.headline(result);
    }

    private boolean givesWay() {
        return workload.isBusy() || preparations.isClosed();
    }

    private final class GivesWay implements ReplayListener {

        @Override
        public void progress(Progress progress) {
            // nobody wants to know
        }

        @Override
        public boolean isCancelled() {
            return givesWay();
        }
    }
}
