package com.gammareplay.api.backtests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many decisions have which value of a field. */
record DecisionCounts(String count, List<Count> counts) implements DecisionAnswer {

    /** How often a value is there. */
    @Schema(name = "DecisionCount")
    record Count(
            @Schema(description = "The value; null of a decision without one", nullable = true) @Nullable
            String value,

            long decisions) {}

    static DecisionCounts of(InputStream document, DecisionFilter filter, String field) throws IOException {
        var counts = new HashMap<Optional<String>, Long>();
        var reader = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var decision = DecisionFilter.parse(line);
            if (filter.test(decision)) {
                var value = decision.hasNonNull(field) ? decision.path(field).asString() : null;
                counts.merge(Optional.ofNullable(value), 1L, Long::sum);
            }
        }
        return new DecisionCounts(
                field,
                counts.entrySet().stream()
                        .map(entry -> new Count(entry.getKey().orElse(null), entry.getValue()))
                        .sorted(Comparator.comparingLong(Count::decisions)
                                .reversed()
                                .thenComparing(count -> String.valueOf(count.value())))
                        .toList());
    }
}
