package com.gammareplay.jobs.review;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.review.RerunRefusedException.Reason;
import com.gammareplay.jobs.review.Verification.Place;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.report.ResultFields;
import com.gammareplay.report.comparison.Change;
import com.gammareplay.report.comparison.LineChanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds the documents that were kept of a job against those that a replay gives now. */
final class KeptDocuments {

    private static final String PROVENANCE = "provenance";

    private final Jobs jobs;
    private final ReportWriter writer;

    KeptDocuments(Jobs jobs, ReportWriter writer) {
        this.jobs = jobs;
        this.writer = writer;
    }

    /** A document of both, whole: it is written and read in one go. */
    private static final class Documents {
        private final byte[] kept;
        private final byte[] now;

        Documents(byte[] kept, byte[] now) {
            this.kept = kept;
            this.now = now;
        }

        boolean areSame() {
            return Arrays.equals(kept, now);
        }
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    Verification compare(Job job, ReplayResult result) throws IOException {
        var decisions = lines(documents(job, JobDocument.DECISIONS, out -> writer.decisions(result, out)));
        var trades = lines(documents(job, JobDocument.TRADES, out -> writer.trades(result, out)));
        var whole = documents(job, JobDocument.RESULT, out -> writer.result(result, out));
        return new Verification(
                first(decisions.first(), trades.first(), whole),
                decisions.areSame(),
                trades.areSame(),
                provenance(whole.kept),
                provenance(whole.now));
    }

    private Documents documents(Job job, JobDocument document, Writing writing) throws IOException {
        var now = new ByteArrayOutputStream();
        writing.to(now);
        try (var kept = jobs.document(job.id(), document).orElseThrow(() -> new RerunRefusedException(Reason.GONE))) {
            return new Documents(kept.readAllBytes(), now.toByteArray());
        }
    }

    private static LineChanges lines(Documents documents) throws IOException {
        return documents.areSame()
                ? new LineChanges(null, true)
                : LineChanges.of(in(documents.kept), in(documents.now));
    }

    private static @Nullable Place first(@Nullable Change decisions, @Nullable Change trades, Documents whole) {
        if (decisions != null) {
            return new Place(JobDocument.DECISIONS, decisions);
        }
        if (trades != null) {
            return new Place(JobDocument.TRADES, trades);
        }
        return whole.areSame() ? null : new Place(JobDocument.RESULT, Change.of(in(whole.kept), in(whole.now)));
    }

    private static JsonNode provenance(byte[] result) {
        return ResultFields.read(in(result), PROVENANCE).get(PROVENANCE);
    }

    private static InputStream in(byte[] document) {
        return new ByteArrayInputStream(document);
    }
}
