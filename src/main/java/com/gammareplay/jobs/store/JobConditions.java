package com.gammareplay.jobs.store;

import com.gammareplay.jobs.JobFilter;
import java.util.LinkedHashMap;
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

    /** The values of their parameters. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "dataset", filter.dataset());
        var index = filter.index();
        put(parameters, "index", index == null ? null : index.name());
        put(parameters, "label", filter.label());
        put(parameters, "tag", filter.tag());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
