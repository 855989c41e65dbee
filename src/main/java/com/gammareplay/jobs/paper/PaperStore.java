package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.store.Transactions;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.requests.PaperSubmission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The table of paper sessions. Only sessions that run change. */
@Component
class PaperStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TransactionOperations writing;
    private final TransactionOperations reading;
    private final InstantSource clock;

    PaperStore(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.writing = transactions.writing();
        this.reading = transactions.reading();
        this.clock = clock;
    }

    /** Accepts a session; once this returns, it survives a crash. */
    void add(String id, PaperSubmission submission) {
        writing.execute(_ -> jdbc.sql("""
                        insert into paper_session
                          (id, status, label, source, session, speed, request, created_at, standing)
                        values (:id, 'RUNNING', :label, :source, :session, :speed, :request, :created, :standing)""")
                .param("id", id)
                .param("label", submission.label())
                .param("source", submission.source().name())
                .param("session", submission.request().session().date().toString())
                .param("speed", submission.speed())
                .param("request", submission.json())
                .param("created", clock.millis())
                .param(
                        "standing",
                        JSON.writeValueAsString(
                                Standing.beginning(submission.request().replay().startingBalance())))
                .update());
    }

    Optional<Paper> find(String id) {
        return reading.execute(_ -> jdbc.sql("select * from paper_session where id = ?")
                .param(id)
                .query(PaperStore::paper)
                .optional());
    }

    /** The newest sessions, of those before a number if there is one. */
    List<Paper> newest(long before, int limit) {
        return reading.execute(
                _ -> jdbc.sql("select * from paper_session where number < ? order by number desc limit ?")
                        .params(before, limit)
                        .query(PaperStore::paper)
                        .list());
    }

    /** Those that run, in order of acceptance. */
    List<Paper> running() {
        return reading.execute(_ -> jdbc.sql("select * from paper_session where status = 'RUNNING' order by number")
                .query(PaperStore::paper)
                .list());
    }

    /** Notes that a session is to stop. */
    void stopping(String id) {
        writing.execute(_ -> jdbc.sql("update paper_session set stopping = 1 where id = ? and status = 'RUNNING'")
                .param(id)
                .update());
    }

    void stands(String id, Standing standing) {
        writing.execute(_ -> jdbc.sql("update paper_session set standing = ? where id = ? and status = 'RUNNING'")
                .params(JSON.writeValueAsString(standing), id)
                .update());
    }

    void end(String id, PaperStatus status, @Nullable PaperError error, Standing standing) {
        writing.execute(_ -> jdbc.sql("""
                        update paper_session
                        set status = :status, error_code = :code, error_detail = :detail, standing = :standing,
                          finished_at = :finished
                        where id = :id and status = 'RUNNING'""")
                .param("status", status.name())
                .param("code", error == null ? null : error.code())
                .param("detail", error == null ? null : error.detail())
                .param("standing", JSON.writeValueAsString(standing))
                .param("finished", clock.millis())
                .param("id", id)
                .update());
    }

    /** Forgets a session that has ended; false if it runs or is not there. */
    boolean delete(String id) {
        return writing.execute(_ -> jdbc.sql("delete from paper_session where id = ? and status <> 'RUNNING'")
                        .param(id)
                        .update())
                == 1;
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        var speed = row.getInt("speed");
        var isPaced = !row.wasNull();
        var finished = row.getLong("finished_at");
        var isFinished = !row.wasNull();
        var code = row.getString("error_code");
        return new Paper(
                row.getLong("number"),
                row.getString("id"),
                PaperStatus.valueOf(row.getString("status")),
                row.getBoolean("stopping"),
                row.getString("label"),
                LiveSource.valueOf(row.getString("source")),
                LocalDate.parse(row.getString("session")),
                isPaced ? speed : null,
                row.getString("request"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                isFinished ? Instant.ofEpochMilli(finished) : null,
                JSON.readValue(row.getString("standing"), Standing.class),
                code == null ? null : new PaperError(code, row.getString("error_detail")));
    }
}
