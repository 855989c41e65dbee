package com.gammareplay.jobs;

import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.Trade;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds out about jobs from their rows and documents. */
@Component
class JobFeedSource {

    private static final JsonMapper JSON = new JsonMapper();

    private final JobTable table;
    private final JobDocumentStore documents;
    private final ReportWriter writer;

    JobFeedSource(JobTable table, JobDocumentStore documents, ReportWriter writer) {
        this.table = table;
        this.documents = documents;
        this.writer = writer;
    }

    /** A line of the document, by when its trade was closed. */
    private record Line(String exitTime, int number, String json) {
        private static Line of(String json) {
            var trade = JSON.readTree(json);
            return new Line(
                    trade.path("exitTime").asString(), trade.path("number").asInt(), json);
        }
    }

    Optional<Job> job(String id) {
        return table.find(id);
    }

    /** The trades of a job that has succeeded as JSON, in order of closing: at one tick that is the order of entry. */
    List<String> trades(String id) {
        var document = documents.find(id, JobDocument.TRADES);
        if (document.isEmpty()) {
            return List.of();
        }
        try (var reader = new BufferedReader(new InputStreamReader(document.get(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(Line::of)
                    .sorted(Comparator.comparing(Line::exitTime).thenComparingInt(Line::number))
                    .map(Line::json)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A trade as the document will have it. */
    String json(Trade trade) {
        return writer.trade(trade);
    }
}
