package com.gammareplay.jobs;

import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.Trade;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out about jobs from their rows and documents. */
@Component
class JobFeedSource {

    private final JobTable table;
    private final JobDocumentStore documents;
    private final ReportWriter writer;

    JobFeedSource(JobTable table, JobDocumentStore documents, ReportWriter writer) {
        this.table = table;
        this.documents = documents;
        this.writer = writer;
    }

    Optional<Job> job(String id) {
        return table.find(id);
    }

    /** The trades of a job that has succeeded; they are read when they are asked for. */
    StoredTrades trades(String id) {
        try (var lines = lines(id)) {
            return new StoredTrades(Math.toIntExact(lines.lines().count()), () -> new TradesInOrder(lines(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader lines(String id) {
        var document = documents.find(id, JobDocument.TRADES).orElseGet(InputStream::nullInputStream);
        return new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8));
    }

    /** A trade as the document will have it. */
    String json(Trade trade) {
        return writer.trade(trade);
    }
}
