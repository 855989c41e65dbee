package com.gammareplay.requests;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A submission of a sweep as it was written: its meaning not looked at, null where nothing was given.
 *
 * @param label that of the base, if it has none of its own; so are its tags
 * @param problems fields that are unknown or of the wrong type; they count as not given
 */
record RawSweep(
        RawRequest base,
        @Nullable Map<String, ? extends @Nullable Object> grid,
        @Nullable Map<String, ? extends @Nullable Object> ranges,
        @Nullable BigDecimal samples,
        @Nullable BigDecimal seed,
        @Nullable RawWalkForward walkForward,
        @Nullable String label,
        Tags tags,
        Problems problems) {

    /** A request for a walk-forward test as it was written. */
    record RawWalkForward(
            @Nullable BigDecimal trainSessions,
            @Nullable BigDecimal testSessions,
            @Nullable BigDecimal step,
            @Nullable String objective) {

        private static RawWalkForward of(JsonFields fields) {
            return new RawWalkForward(
                    fields.number("trainSessions"),
                    fields.number("testSessions"),
                    fields.number("step"),
                    fields.text("objective"));
        }
    }

    static RawSweep of(JsonFields fields) {
        var found = new Problems();
        var base = fields.object("base");
        if (base == null) {
            found.add("/base", "must be given: the request of a backtest");
        }
        var inBase = new JsonFields(base == null ? Json.EXACT.createObjectNode() : base);
        var request = RawRequest.of(inBase);
        var baseLabel = inBase.label();
        var baseTags = inBase.tags();
        var callbackUrl = inBase.text("callbackUrl");
        found.addBelow("/base", inBase.problems().list());
        if (callbackUrl != null) {
            found.add("/base/callbackUrl", "must be left out: nobody is told of the end of a sweep");
        }
        var grid = fields.values("grid");
        var ranges = fields.values("ranges");
        var samples = fields.number("samples");
        var seed = fields.number("seed");
        var walkForward = walkForward(fields.object("walkForward"), found);
        var label = fields.label();
        var tags = fields.tags();
        var problems = fields.problems();
        problems.addBelow("", found.list());
        return new RawSweep(
                request,
                grid,
                ranges,
                samples,
                seed,
                walkForward,
                label == null ? baseLabel : label,
                tags.values().isEmpty() ? baseTags : tags,
                problems);
    }

    private static @Nullable RawWalkForward walkForward(@Nullable JsonNode node, Problems problems) {
        if (node == null) {
            return null;
        }
        var fields = new JsonFields(node);
        var walkForward = RawWalkForward.of(fields);
        problems.addBelow("/walkForward", fields.problems().list());
        return walkForward;
    }
}
