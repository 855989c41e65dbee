package com.gammareplay.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request of a paper session with every default filled in: what clients may send again, and what its recording has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaperRequestJson(
        String source,
        @Nullable LocalDate date,
        @Nullable Integer speed,
        List<String> indices,
        String preset,
        @JsonInclude Map<String, @Nullable Object> parameters,
        BigDecimal startingBalance,
        List<Double> earlierPnl) {

    /** The form that is accepted again: without a date at the broker, where it is always today. */
    static String submitted(PaperRequest request, @Nullable Integer speed) {
        var isDemo = request.source().equals(LiveSource.DEMO.label());
        return write(request, isDemo ? request.replay().from() : null, speed);
    }

    /** The form from which the decisions follow: without a speed. */
    static String recorded(PaperRequest request) {
        return write(request, request.replay().from(), null);
    }

    private static String write(PaperRequest request, @Nullable LocalDate date, @Nullable Integer speed) {
        var replay = request.replay();
        return Json.EXACT.writeValueAsString(new PaperRequestJson(
                request.source(),
                date,
                speed,
                replay.indices().stream().map(Index::name).toList(),
                replay.preset().label(),
                replay.parameters().plain(),
                Cents.toDecimal(replay.startingBalance()),
                request.earlierPnl()));
    }
}
