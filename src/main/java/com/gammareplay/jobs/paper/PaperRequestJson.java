package com.gammareplay.jobs.paper;

import com.gammareplay.live.LiveSource;
import com.gammareplay.live.PaperRequest;
import com.gammareplay.report.ReportWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes requests of paper sessions as they are in effect, so that they are accepted again. */
@Component
class PaperRequestJson {

    private static final List<String> OF_A_REPLAY = List.of("indices", "preset", "parameters", "startingBalance");

    /** Amounts keep the decimals with which they were written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ReportWriter report;

    PaperRequestJson(ReportWriter report) {
        this.report = report;
    }

    String write(LiveSource source, PaperRequest request, @Nullable Integer speed) {
        var written = JSON.createObjectNode().put("source", source.label());
        if (source == LiveSource.DEMO) {
            written.put("date", request.replay().from().toString()).put("speed", speed);
        }
        var replay = (ObjectNode) JSON.readTree(report.request(request.replay()));
        OF_A_REPLAY.forEach(field -> written.set(field, replay.get(field)));
        return JSON.writeValueAsString(written.set("earlierPnl", JSON.valueToTree(request.earlierPnl())));
    }
}
