package com.gammareplay.live;

import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.report.ReportWriter;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Writes a request of a paper session into its recording, and reads it there. */
public final class PaperDescription {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PaperDescription() {}

    private record Written(String source, RawValue request, List<Double> earlierPnl) {}

    private record Read(String source, RawRequest request, List<BigDecimal> earlierPnl) {}

    /** A request as one JSON object. */
    public static String write(PaperRequest request, ReportWriter report) {
        return JSON.writeValueAsString(
                new Written(request.source(), new RawValue(report.request(request.replay())), request.earlierPnl()));
    }

    /** The request that a JSON object describes. */
    public static PaperRequest read(String description, Backtests backtests) {
        var read = JSON.readValue(description, Read.class);
        return new PaperRequest(
                read.source(),
                backtests.readAccepted(read.request()),
                read.earlierPnl().stream().map(BigDecimal::doubleValue).toList());
    }
}
