package com.gammareplay.jobs.store;

import com.gammareplay.jobs.Job;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What each submission and each poll does to the table of jobs, on the shortest way there is. */
@Component
public class JobTable {

    private static final JobRow ROW = new JobRow();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Database database;
    private final TransactionOperations reading;

    JobTable(JdbcClient jdbc, Database database, Transactions transactions) {
        this.jdbc = jdbc;
        this.database = database;
        this.reading = transactions.reading();
    }

    /** Adds a job that waits, within a transaction; gives it with its number. */
    public Job add(Job job) {
        var callbackUrl = job.callbackUrl();
        return jdbc.sql("""
                        insert into job (id, kind, status, label, tags, callback_url, request, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        returning *""")
                .param(job.id())
                .param(job.kind().name())
                .param(job.status().name())
                .param(job.label())
                .param(JobRow.json(job.tags()))
                .param(callbackUrl == null ? null : callbackUrl.value())
                .param(job.request())
                .param(job.createdAt().toEpochMilli())
                .query(ROW)
                .single();
    }

    /** Keeps the headline numbers by which lists are sorted, within the transaction that ends the job. */
    void keepNumbers(Job job, String headline) {
        JSON.readTree(headline).properties().stream()
                .filter(entry -> entry.getValue().isNumber())
                .forEach(entry -> jdbc.sql("insert into headline_number (job, name, value) values (?, ?, ?)")
                        .params(job.sequence(), entry.getKey(), entry.getValue().doubleValue())
                        .update());
    }

    /** How many jobs wait, within a transaction that accepts another one: until it ends nobody else accepts any. */
    public int waitingBeforeAnother() {
        database.acceptAlone();
        return waiting();
    }

    /** How many jobs wait. */
    public int waiting() {
        return count("select count(*) from job where status = 'QUEUED'");
    }

    /** How many jobs of the same kind wait that were accepted before a job. */
    public int waitingBefore(Job job) {
        return count(
                "select count(*) from job where status = 'QUEUED' and kind = ? and number < ?",
                job.kind().name(),
                job.sequence());
    }

    private int count(String sql, Object... parameters) {
        return reading.execute(
                _ -> jdbc.sql(sql).params(parameters).query(Integer.class).single());
    }

    /** A job by the id that clients know. */
    public Optional<Job> find(String id) {
        return reading.execute(_ ->
                jdbc.sql("select * from job where id = ?").param(id).query(ROW).optional());
    }
}
