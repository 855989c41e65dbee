package com.gammareplay.api.jobs;

import com.gammareplay.api.conventions.Cursor;
import com.gammareplay.api.conventions.Page;
import com.gammareplay.api.conventions.QueryValues;
import com.gammareplay.jobs.JobFilter;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobPosition;
import com.gammareplay.jobs.JobSort;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.ListedJob;
import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.model.Index;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list of jobs is asked for. */
record JobListQuery(JobFilter filter, JobSort sort) {

    private static final List<String> SORTS =
            JobSort.NAMES.stream().flatMap(name -> Stream.of("-" + name, name)).toList();

    static JobListQuery of(JobKind kind, HttpServletRequest request) {
        var query = new QueryValues(request);
        var filter = new JobFilter(
                kind,
                query.oneOf("status", JobStatus.class),
                query.text("dataset"),
                query.oneOf("index", Index.class),
                query.text("label"),
                query.text("tag"),
                WarningFilter.of(query.someOf("withoutWarnings", WarningFilter.NAMES)));
        var sort = sort(query.oneOf("sort", SORTS));
        query.requireNoProblem();
        return new JobListQuery(filter, sort);
    }

    private static JobSort sort(@Nullable String text) {
        if (text == null) {
            return JobSort.NEWEST;
        }
        return text.startsWith("-") ? new JobSort(text.substring(1), true) : new JobSort(text, false);
    }

    /** The jobs of a page, and where the next one begins. */
    Page<ListedJob> page(Jobs jobs, @Nullable String cursor, int limit) {
        var place = new Cursor("jobs " + filter + sort);
        var after = place.read(cursor, JobListQuery::read).orElse(null);
        var found = jobs.list(filter, sort, after, limit + 1);
        return place.page(found, limit, last -> write(last.position()));
    }

    private static String write(JobPosition position) {
        return position.sequence() + "," + (position.value() == null ? "" : position.value());
    }

    private static JobPosition read(String text) {
        var comma = text.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("text must have a comma");
        }
        var value = text.substring(comma + 1);
        return new JobPosition(
                value.isEmpty() ? null : Double.valueOf(value), Long.parseLong(text.substring(0, comma)));
    }
}
