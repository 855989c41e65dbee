package com.gammareplay.requests;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for a replay as it was written: nothing checked, null where nothing was given. */
public record RawRequest(
        @Nullable String dataset,
        @Nullable String databaseZone,
        @Nullable List<? extends @Nullable String> indices,
        @Nullable String from,
        @Nullable String to,
        @Nullable String preset,
        @Nullable Map<String, ? extends @Nullable Object> parameters,
        @Nullable BigDecimal startingBalance,
        @Nullable BigDecimal requireCoverage) {

    /** A request as the fields of a JSON object have it. */
    static RawRequest of(JsonFields fields) {
        return new RawRequest(
                fields.text("dataset"),
                fields.text("databaseZone"),
                fields.texts("indices"),
                fields.text("from"),
                fields.text("to"),
                fields.text("preset"),
                fields.values("parameters"),
                fields.number("startingBalance"),
                fields.number("requireCoverage"));
    }

    /** What is wrong with a parameter of a name that only stands beside the parameters; empty if none does. */
    public static Optional<String> mistakenParameter(String name) {
        return Arrays.stream(RawRequest.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name::equals)
                .findFirst()
                .map(field -> "is no parameter but a field of the request, beside parameters");
    }
}
