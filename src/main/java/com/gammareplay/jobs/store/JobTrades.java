package com.gammareplay.jobs.store;

import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.Trade;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The closed trades of jobs as JSON, in order of closing: in a table of their own until the result has them. */
@Component
public class JobTrades {

    /** Most trades that are read at once. */
    public static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionOperations reading;
    private final JobDocumentStore documents;
    private final ReportWriter writer;

    JobTrades(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Transactions transactions,
            JobDocumentStore documents,
            ReportWriter writer) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.reading = transactions.reading();
        this.documents = documents;
        this.writer = writer;
    }

    /** What {@link #add} writes of some trades. */
    List<String> json(List<Trade> closed) {
        return closed.stream().map(writer::trade).toList();
    }

    /**
     * Adds trades of a job's present attempt, within a transaction. Some may be there: a commit that failed for its writer
     * may be on the disk.
     *
     * @param before how many there are already
     */
    void add(Job job, int before, List<String> closed) {
        var rows = new ArrayList<Object[]>();
        for (var json : closed) {
            rows.add(new Object[] {job.id(), job.attempt(), before + rows.size() + 1, json});
        }
        batches.batchUpdate("""
                insert into job_trade (job_id, attempt, number, content) values (?, ?, ?, ?)
                on conflict do nothing""", rows);
    }

    /** Forgets what is in the table, within a transaction. */
    void forget(String id) {
        jdbc.sql("delete from job_trade where job_id = ?").param(id).update();
    }

    /** Some trades of a job's present attempt, behind a number of them. */
    public List<String> page(Job job, int after) {
        return reading.execute(_ -> jdbc.sql("select content from job_trade where job_id = ? and attempt = ?"
                        + " and number > ? order by number limit " + PAGE)
                .params(job.id(), job.attempt(), after)
                .query(String.class)
                .list());
    }

    /** Whether the table has the last of the trades that somebody knows of a job, if any. */
    public boolean has(String id, EventId known) {
        return known.trades() == 0
                || reading.execute(_ -> jdbc.sql(
                                "select exists (select 1 from job_trade where job_id = ? and attempt = ? and number = ?)")
                        .params(id, known.attempt(), known.trades())
                        .query(Boolean.class)
                        .single());
    }

    /** All trades of a job that has succeeded, read as they are asked for. */
    public Iterator<String> result(Job job) {
        var document = documents.find(job.id(), JobDocument.TRADES).orElseGet(InputStream::nullInputStream);
        return new TradesInOrder(new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8)));
    }
}
