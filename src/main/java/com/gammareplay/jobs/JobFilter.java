package com.gammareplay.jobs;

import com.gammareplay.model.Index;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which jobs a list is to have; null lets all pass. */
public record JobFilter(
        JobKind kind,
        @Nullable JobStatus status,
        @Nullable String dataset,
        @Nullable Index index,
        @Nullable String label,
        @Nullable String tag,
        WarningFilter withoutWarnings) {

    /** Lets every backtest pass. */
    public static final JobFilter NONE =
            new JobFilter(JobKind.BACKTEST, null, null, null, null, null, WarningFilter.NONE);

    /** The conditions in SQL on the table of jobs; constants stand in it where an index asks for them. */
    String conditions(Database database) {
        return " and kind = '" + kind.name() + "'"
                + (status == null ? "" : " and status = '" + status.name() + "'")
                + (dataset == null ? "" : " and " + replay() + " ->> 'dataset' = :dataset")
                + (index == null ? "" : has(database, replay() + " -> 'indices'", ":index"))
                + (label == null ? "" : " and label = :label")
                + (tag == null ? "" : has(database, "tags", ":tag"))
                + withoutWarnings.condition();
    }

    /** Where a request says what is replayed. */
    private String replay() {
        return switch (kind) {
            case BACKTEST -> "request";
            case SWEEP -> "request -> 'base'";
        };
    }

    private static String has(Database database, String array, String value) {
        return " and exists (select 1 from " + database.elements(array) + " where value = " + value + ")";
    }

    /** The values of the conditions' parameters. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "dataset", dataset);
        put(parameters, "index", index == null ? null : index.name());
        put(parameters, "label", label);
        put(parameters, "tag", tag);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
