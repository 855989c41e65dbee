package com.gammareplay.preparation;

import com.gammareplay.preparation.Preparations.Preparation;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    /** Where days cannot be kept, each time reads the recording anew. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Backtests backtests;
    private final ReportWriter writer;
    private final Workload workload;
    private final Preparations preparations;
    private boolean isOver;

    Rehearsal(Backtests backtests, ReportWriter writer, Workload workload, Preparations preparations) {
        this.backtests = backtests;
        this.writer = writer;
        this.workload = workload;
        this.preparations = preparations;
    }

    /** Rehearses with the last sessions of a dataset, unless that was done before; a job ends it. */
    void with(Preparation dataset) {
        if (isOver || dataset.sessions().isEmpty()) {
            return;
        }
        isOver = true;
        var sessions = dataset.sessions();
        var from = sessions.get(Math.max(0, sessions.size() - SESSIONS)).date();
        var raw = new RawRequest(
                dataset.dataset(),
                null,
                from.toString(),
                sessions.getLast().date().toString(),
                null,
                Map.of(),
                null,
                null);
        var began = System.nanoTime();
        try {
            for (var time = 0; time < TIMES && System.nanoTime() - began < LONGEST.toNanos(); time++) {
                var request = backtests.read(raw);
                writer.request(request);
                write(backtests.run(request, new GivesWay()));
            }
        } catch (CancellationException e) {
            LOG.debug("The rehearsal gives way", e);
        } catch (IOException
                | RuntimeException
                | InternalError e) { // whoever prepares or replays the dataset tells of it
            LOG.debug("{} is not good for a rehearsal", dataset.dataset(), e);
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
