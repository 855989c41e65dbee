package com.gammareplay.jobs.store;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobFilter;
import com.gammareplay.jobs.JobPosition;
import com.gammareplay.jobs.JobSort;
import com.gammareplay.jobs.ListedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lists jobs page by page. A page begins behind the last job of the one before, wherever that one is by now. */
@Component
public class JobList {

    private final JobRows rows;
    private final JdbcClient jdbc;
    private final Database database;
    private final TransactionOperations reading;

    JobList(JobRows rows, JdbcClient jdbc, Database database, Transactions transactions) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.database = database;
        this.reading = transactions.reading();
    }

    /** Up to {@code limit} jobs behind a position, or the first ones. */
    public List<ListedJob> page(JobFilter filter, JobSort sort, @Nullable JobPosition after, int limit) {
        return reading.execute(_ -> jobs(positions(filter, sort, after, limit)));
    }

    private List<ListedJob> jobs(List<JobPosition> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        var found = rows.all(positions.stream().map(JobPosition::sequence).toList()).stream()
                .collect(Collectors.toMap(Job::sequence, Function.identity()));
        return positions.stream()
                .map(position -> new ListedJob(Objects.requireNonNull(found.get(position.sequence())), position))
                .toList();
    }

    private List<JobPosition> positions(JobFilter filter, JobSort sort, @Nullable JobPosition after, int limit) {
        if (!sort.isByNumber()) {
            return query(inOrder(filter, "", sort, after), filter, after, limit);
        }
        var positions = new ArrayList<JobPosition>();
        if (after == null || after.value() != null) {
            positions.addAll(query(ranking(filter, sort, after), filter, after, limit));
        }
        if (positions.size() < limit) {
            var behind = after == null || after.value() != null ? null : after;
            var missing =
                    " and not exists (select 1 from headline_number where job = number and name = '" + sort.by() + "')";
            var sql = inOrder(filter, missing, JobSort.NEWEST, behind);
            positions.addAll(query(sql, filter, behind, limit - positions.size()));
        }
        return positions;
    }

    /** Jobs with a headline number by it. Of the two tables its own comes first: its index has the order asked for. */
    String ranking(JobFilter filter, JobSort sort, @Nullable JobPosition after) {
        var behind = after == null
                ? ""
                : " and ranked.value %1$s= :value and (ranked.value, ranked.job) %1$s (:value, :number)"
                        .formatted(comparison(sort));
        return "select number, ranked.value from headline_number as ranked cross join job where number = ranked.job"
                + " and name = '" + sort.by() + "'" + new JobConditions(filter).sql(database) + behind
                + " order by ranked.value " + direction(sort) + ", ranked.job " + direction(sort) + " limit :limit";
    }

    /** Jobs in the order of acceptance. */
    String inOrder(JobFilter filter, String condition, JobSort sort, @Nullable JobPosition after) {
        var behind = after == null ? "" : " and number " + comparison(sort) + " :number";
        return "select number, null as value from job where true" + condition + new JobConditions(filter).sql(database)
                + behind + " order by number " + direction(sort) + " limit :limit";
    }

    private static String direction(JobSort sort) {
        return sort.descending() ? "desc" : "asc";
    }

    /** What comes after a position. */
    private static String comparison(JobSort sort) {
        return sort.descending() ? "<" : ">";
    }

    private List<JobPosition> query(String sql, JobFilter filter, @Nullable JobPosition after, int limit) {
        var statement =
                jdbc.sql(sql).params(new JobConditions(filter).parameters()).param("limit", limit);
        if (after != null) {
            statement = statement.param("number", after.sequence()).param("value", after.value());
        }
        return statement
                .query((row, _) -> {
                    var value = row.getDouble("value");
                    return new JobPosition(row.wasNull() ? null : value, row.getLong("number"));
                })
                .list();
    }
}
