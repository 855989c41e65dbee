package com.gammareplay.jobs.store;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobError;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.requests.CallbackUrl;
import com.gammareplay.requests.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes jobs of rows of the table; by hand, for this is most of the work of a poll. */
final class JobRow implements RowMapper<Job> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NO_TAGS = "[]";

    @Override
    public Job mapRow(ResultSet row, int number) throws SQLException {
        var callbackUrl = row.getString("callback_url");
        return new Job(
                row.getLong("number"),
                row.getString("id"),
                JobKind.valueOf(row.getString("kind")),
                JobStatus.valueOf(row.getString("status")),
                row.getString("label"),
                tags(row.getString("tags")),
                callbackUrl == null ? null : new CallbackUrl(callbackUrl),
                row.getString("request"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("attempt"),
                row.getInt("deaths"),
                row.getInt("excused"),
                progress(row),
                error(row),
                row.getString("headline"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable JobProgress progress(ResultSet row) throws SQLException {
        var at = instant(row, "progress_at");
        return at == null
                ? null
                : new JobProgress(
                        row.getInt("sessions_done"),
                        row.getInt("sessions_total"),
                        row.getLong("ticks_done"),
                        row.getLong("ticks_total"),
                        row.getString("session"),
                        row.getInt("trades"),
                        row.getLong("pnl"),
                        at);
    }

    private static @Nullable JobError error(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return code == null ? null : new JobError(code, row.getString("error_detail"));
    }

    private static Tags tags(String json) {
        return json.equals(NO_TAGS) ? Tags.NONE : new Tags(List.of(JSON.readValue(json, String[].class)));
    }

    static String json(Tags tags) {
        return JSON.writeValueAsString(tags.values());
    }
}
