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

    /** The conditions in SQL; constants stand in it where an index asks for them. */
    String conditions() {
        return " and kind = '" + kind.name() + "'"
                + (status == null ? "" : " and status = '" + status.name() + "'")
                + (dataset == null ? "" : " and json_extract(request, '" + replay() + ".dataset') = :dataset")
                + (index == null ? "" : " and exists (" + element("request, '" + replay() + ".indices'") + ":index)")
                + (label == null ? "" : " and label = :label")
                + (tag == null ? "" : " and exists (" + element("tags") + ":tag)")
                + withoutWarnings.condition();
    }

    /** Where a request says what is replayed. */
    private String replay() {
        return switch (kind) {
            case BACKTEST -> "$";
            case SWEEP -> "$.base";
        };
    }

    private static String element(String array) {
        return "select 1 from json_each(" + array + ") as element where element.value = ";
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
