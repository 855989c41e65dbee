package com.gammareplay.preparation;

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
 * Replays a few sessions again and again before anybody asks, so that the first job finds code that the JVM has compiled
 * and is as fast as the next ones. What comes out is thrown away. Used by one thread.
 */
@Component
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final int SESSIONS = 5;
    private static final int TIMES = 60;
    /** On a slow disk, or where days cannot be kept. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final DatasetCatalog catalog;
    private final Backtests reading;
    private final Backtests backtests;
    private final ReportWriter writer;
    private final Workload workload;
    private final Preparations preparations;
    private boolean isOver;

    /**
     * A rehearsal that has not begun.
     *
     * @param reading reads the recording each time
     * @param backtests finds what was kept of the recording
     */
    Rehearsal(
            DatasetCatalog catalog,
            @Qualifier("readingBacktests") Backtests reading,
            Backtests backtests,
            ReportWriter writer,
            Workload workload,
            Preparations preparations) {
        this.catalog = catalog;
        this.reading = reading;
        this.backtests = backtests;
        this.writer = writer;
        this.workload = workload;
        this.preparations = preparations;
    }

    /** Rehearses reading, with any dataset; a job ends it. */
    void withAny() {
        for (var dataset : catalog.datasets()) {
            var sessions = dataset.readable().map(preparations::sessions).orElse(List.of());
            if (!sessions.isEmpty()) {
                replay(reading, dataset.name(), sessions);
                return;
            }
        }
    }

    /** Rehearses with what is kept of a dataset, unless that was done before; a job ends it. */
    void with(Preparation dataset) {
        if (!isOver && !dataset.sessions().isEmpty()) {
            isOver = true;
            replay(backtests, dataset.dataset(), dataset.sessions());
        }
    }

    private void replay(Backtests engine, String dataset, List<Session> sessions) {
        var from = sessions.get(Math.max(0, sessions.size() - SESSIONS)).date();
        var to = sessions.getLast().date();
        var raw = new RawRequest(dataset, null, from.toString(), to.toString(), null, Map.of(), null, null);
        var began = System.nanoTime();
        try {
            for (var time = 0; time < TIMES && System.nanoTime() - began < LONGEST.toNanos(); time++) {
                var request = engine.read(raw);
                writer.request(request);
                write(engine.run(request, new GivesWay()));
            }
        } catch (CancellationException e) {
            LOG.debug("The rehearsal gives way", e);
        } catch (IOException
                | RuntimeException
                | VirtualMachineError e) { // whoever prepares or replays the dataset tells of it
            LOG.debug("{} is not good for a rehearsal", dataset, e);
        }
    }

    private void write(ReplayResult result) throws IOException {
        var nowhere = OutputStream.nullOutputStream();
        writer.result(result, nowhere);
        writer.trades(result, nowhere);
        writer.decisions(result, nowhere);
        writer.headline(result);
    }

    private final class GivesWay implements ReplayListener {

        @Override
        public void progress(Progress progress) {
            // nobody wants to know
        }

        @Override
        public boolean isCancelled() {
            return workload.isBusy() || preparations.isClosed();
        }
    }
}
