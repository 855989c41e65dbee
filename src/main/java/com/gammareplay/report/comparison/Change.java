package com.gammareplay.report.comparison;

import com.gammareplay.report.JsonReport;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first place at which JSON that was kept and that of now differ.
 *
 * @param pointer JSON pointer to it
 * @param kept null if it is none, an object or a list
 * @param now null if it is none, an object or a list
 */
public record Change(
        String pointer, @Nullable Object kept, @Nullable Object now) {

    static final JsonMapper MAPPER = JsonReport.exactMapper();

    /** That of two documents, which do not have the same bytes. */
    public static Change of(InputStream kept, InputStream now) {
        return of("", MAPPER.readTree(kept), MAPPER.readTree(now));
    }

    /** That of two values; they themselves if they differ in how they are written only. */
    static Change of(String pointer, JsonNode kept, JsonNode now) {
        if (kept.isObject() && now.isObject()) {
            var names = new LinkedHashSet<>(kept.propertyNames());
            names.addAll(now.propertyNames());
            for (var name : names) {
                if (!kept.path(name).equals(now.path(name))) {
                    var escaped = name.replace("~", "~0").replace("/", "~1");
                    return of(pointer + "/" + escaped, kept.path(name), now.path(name));
                }
            }
        }
        if (kept.isArray() && now.isArray()) {
            for (var i = 0; i < Math.max(kept.size(), now.size()); i++) {
                if (!Objects.equals(kept.get(i), now.get(i))) {
                    return of(pointer + "/" + i, kept.path(i), now.path(i));
                }
            }
        }
        return new Change(pointer, scalar(kept), scalar(now));
    }

    private static @Nullable Object scalar(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node : null;
    }
}
