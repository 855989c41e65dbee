package com.gammareplay.report;

import com.gammareplay.replay.Headline;
import com.gammareplay.statistics.ResultNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a run by which lists compare it with others, and what to know about them. */
final class HeadlineJson {

    private HeadlineJson() {}

    static Map<String, @Nullable Object> of(Headline headline) {
        var fields =
                new LinkedHashMap<String, @Nullable Object>(headline.summary().shown(ResultNumber.HEADLINE));
        fields.put("warnings", headline.warnings());
        return fields;
    }
}
