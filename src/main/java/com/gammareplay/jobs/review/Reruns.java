package com.gammareplay.jobs.review;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.review.RerunRefusedException.Reason;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.review.Review;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.BacktestReader;
import com.gammareplay.trading.Trade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays backtests that have succeeded again, on the caller's thread: a few at once, and none for long. What a review finds
 * is only given if the replay had the rows that the job had, and made the same trades of them. Thread-safe.
 */
@Component
public class Reruns {

    private static final int MOST = 4;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String EXPLANATION = "exitEvidence";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Backtests backtests;
    private final BacktestReader reader;
    private final Jobs jobs;
    private final ReportWriter writer;
    private final KeptDocuments documents;
    private final Semaphore places;
    private final Duration longest;

    @Autowired
    Reruns(Backtests backtests, BacktestReader reader, Jobs jobs, ReportWriter writer) {
        this(backtests, reader, jobs, writer, MOST, LONGEST);
    }

    Reruns(Backtests backtests, BacktestReader reader, Jobs jobs, ReportWriter writer, int most, Duration longest) {
        this.backtests = backtests;
        this.reader = reader;
        this.jobs = jobs;
        this.writer = writer;
        this.documents = new KeptDocuments(jobs, writer);
        this.places = new Semaphore(most);
        this.longest = longest;
    }

    /** What a job was asked for. */
    public ReplayRequest request(Job job) {
        return reader.readAccepted(job.request());
    }

    /**
     * Replays a job that has succeeded.
     *
     * @throws RerunRefusedException if it cannot be replayed as it was, or not now
     * @throws DataException if its recording cannot be opened now
     */
    public ReplayResult run(Job job, Review review) {
        return run(job, review, result -> {
            requireSame(job, result);
            return result;
        });
    }

    /**
     * Replays a job that has succeeded, and holds what it gives now against what was kept.
     *
     * @throws RerunRefusedException if it cannot be replayed, or not now
     */
    public Verification verify(Job job) {
        return run(job, Review.NONE, result -> {
            try {
                return documents.compare(job, result);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T run(Job job, Review review, Function<ReplayResult, T> use) {
        if (!places.tryAcquire()) {
            throw new RerunRefusedException(Reason.BUSY);
        }
        try {
            return use.apply(replay(job, new Listener(review, System.nanoTime() + longest.toNanos())));
        } finally {
            places.release();
        }
    }

    private ReplayResult replay(Job job, Listener listener) {
        try {
            return backtests.run(request(job), listener);
        } catch (CancellationException _) {
            throw new RerunRefusedException(Reason.TOO_LONG);
        } catch (DataException e) {
            throw e.kind() == DataException.Kind.UNAVAILABLE ? e : new RerunRefusedException(Reason.DATA_GONE, e);
        }
    }

    private record Listener(Review review, long deadline) implements ReplayListener {

        @Override
        public void progress(Progress progress) {}

        @Override
        public void traded(Session session, RecordedSession market, List<Trade> trades) {
            review.traded(session, market, trades);
        }

        @Override
        public boolean isCancelled() {
            return System.nanoTime() - deadline > 0;
        }
    }

    private void requireSame(Job job, ReplayResult result) {
        var kept = jobs.document(job.id(), JobDocument.RESULT)
                .map(JSON::readTree)
                .orElseThrow(() -> new RerunRefusedException(Reason.GONE));
        var data = kept.at("/provenance/dataSha256").asString("");
        if (!data.equals(result.provenance().data())) {
            throw new RerunRefusedException(Reason.DATA_CHANGED);
        }
        if (!isSame(kept.path("trades"), result.ledger().tradesInOrderOfEntry())) {
            throw new RerunRefusedException(Reason.VERSION_CHANGED);
        }
    }

    private boolean isSame(JsonNode kept, List<Trade> trades) {
        if (kept.size() != trades.size()) {
            return false;
        }
        for (var i = 0; i < trades.size(); i++) {
            if (!isSame(kept.get(i), JSON.readTree(writer.trade(trades.get(i))))) {
                return false;
            }
        }
        return true;
    }

    /** A later version may say more of a trade, and explain it in other words. */
    private static boolean isSame(JsonNode kept, JsonNode trade) {
        for (var field : kept.properties()) {
            if (!field.getKey().equals(EXPLANATION) && !field.getValue().equals(trade.path(field.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
