package com.gammareplay.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lists jobs page by page. A page begins behind the last job of the one before, wherever that one is by now. */
@Component
class JobList {

    private final JobRows rows;
    private final JdbcClient jdbc;
    private final TransactionOperations reading;

    JobList(JobRows rows, JdbcClient jdbc, Transactions transactions) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.reading = transactions.reading();
    }

    List<ListedJob> page(JobFilter filter, JobSort sort, @Nullable JobPosition after, int limit) {
        var page = reading.execute(_ -> jobs(positions(filter, sort, after, limit)));
        return page == null ? List.of() : page;
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
            return withoutNumber(filter, "", sort, after, limit);
        }
        var positions = new ArrayList<JobPosition>();
        if (after == null || after.value() != null) {
            positions.addAll(byNumber(filter, sort, after, limit));
        }
        if (positions.size() < limit) {
            var behind = after == null || after.value() != null ? null : after;
            var missing = " and (headline is null or " + sort.expression() + " is null)";
            positions.addAll(withoutNumber(filter, missing, JobSort.NEWEST, behind, limit - positions.size()));
        }
        return positions;
    }

    private List<JobPosition> byNumber(JobFilter filter, JobSort sort, @Nullable JobPosition after, int limit) {
        var value = sort.expression();
        var behind = after == null
                ? ""
                : " and %1$s %2$s= :value and (%1$s, number) %2$s (:value, :number)"
                        .formatted(value, sort.comparison());
        var sql = "select number, " + value + " as value from job where headline is not null and " + value
                + " is not null" + filter.conditions() + behind
                + " order by " + value + " " + sort.direction() + ", number " + sort.direction() + " limit :limit";
        return query(sql, filter, after, limit);
    }

    private List<JobPosition> withoutNumber(
            JobFilter filter, String condition, JobSort sort, @Nullable JobPosition after, int limit) {
        var behind = after == null ? "" : " and number " + sort.comparison() + " :number";
        var sql = "select number, null as value from job where true" + condition + filter.conditions() + behind
                + " order by number " + sort.direction() + " limit :limit";
        return query(sql, filter, after, limit);
    }

    private List<JobPosition> query(String sql, JobFilter filter, @Nullable JobPosition after, int limit) {
        Map<String, String> parameters = filter.parameters();
        var statement = jdbc.sql(sql).params(parameters).param("limit", limit);
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
