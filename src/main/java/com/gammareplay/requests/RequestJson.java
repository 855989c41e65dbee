package com.gammareplay.requests;

import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.replay.ReplayRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with every default filled in, as users may send it again. */
public record RequestJson(
        String dataset,
        String databaseZone,
        List<String> indices,
        LocalDate from,
        LocalDate to,
        String preset,
        Map<String, @Nullable Object> parameters,
        BigDecimal startingBalance,
        double requireCoverage) {

    /** The form of a request. */
    public static RequestJson of(ReplayRequest request) {
        return of(request, request.parameters().plain());
    }

    /** A request as one JSON object. */
    public static String write(ReplayRequest request) {
        return Json.EXACT.writeValueAsString(of(request));
    }

    /** The same, but null where a parameter follows from others, which a sweep may change. */
    static RequestJson asGiven(ReplayRequest request) {
        return of(request, request.parameters().plainAsGiven());
    }

    private static RequestJson of(ReplayRequest request, Map<String, @Nullable Object> parameters) {
        return new RequestJson(
                request.dataset(),
                request.databaseZone().getId(),
                request.indices().stream().map(Index::name).toList(),
                request.from(),
                request.to(),
                request.preset().label(),
                parameters,
                Cents.toDecimal(request.startingBalance()),
                request.requireCoverage());
    }
}
