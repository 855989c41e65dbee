package com.gammareplay.jobs.store;

import com.gammareplay.jobs.JobFilter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter of jobs as SQL says it. */
record JobConditions(JobFilter filter) {

    /** The conditions on the table of jobs; constants stand in it where an index asks for them. */
    String sql(Database database) {
        return " and kind = '" + filter.kind().name() + "'"
                + (filter.status() == null
                        ? ""
                        : " and status = '" + filter.status().name() + "'")
                + (filter.dataset() == null ? "" : " and " + replay() + " ->> 'dataset' = :dataset")
                + (filter.index() == null ? "" : has(database, replay() + " -> 'indices'", ":index"))
                + (filter.label() == null ? "" : " and label = :label")
                + (filter.tag() == null ? "" : has(database, "tags", ":tag"))
                + filter.withoutWarnings().condition();
    }

    /** Where a request says what is replayed. */
    private String replay() {
        return switch (filter.kind()) {
            case BACKTEST -> "request";
            case SWEEP -> "request -> 'base'";
        };
    }

    private static String has(Database database, String array, String value) {
        return " and exists (select 1 from " + database.elements(array) + " where value = " + value + ")";
    }

    /** The values of their parameters, null of conditions that there are not. */
    Map<String, @Nullable String> parameters() {
        var parameters = new HashMap<String, @Nullable String>();
        var index = filter.index();
        parameters.put("dataset", filter.dataset());
        parameters.put("index", index == null ? null : index.name());
        parameters.put("label", filter.label());
        parameters.put("tag", filter.tag());
        return parameters;
    }
}
