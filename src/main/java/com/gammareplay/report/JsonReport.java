package com.gammareplay.report;

import com.gammareplay.replay.ReplayResult;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes results as JSON and NDJSON, and turns the latter into CSV. Streams are flushed, not closed. */
public final class JsonReport implements ReportWriter {

    private final JsonMapper json = mapper();

    private final CsvReport csv = new CsvReport(json);

    /** Writes fields in their order, and amounts with their decimals. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    /** Reads and writes results so that amounts keep the decimals with which they were written. */
    public static JsonMapper exactMapper() {
        return mapper().rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    @Override
    public void result(ReplayResult result, OutputStream out) {
        json.writeValue(out, ResultJson.of(result));
    }

    @Override
    public void trades(ReplayResult result, OutputStream out) throws IOException {
        lines(result.ledger().tradesInOrderOfEntry().stream().map(TradeJson::of).toList(), out);
    }

    @Override
    public String trade(Trade trade) {
        return json.writeValueAsString(TradeJson.of(trade));
    }

    @Override
    public String decision(Decision decision) {
        return json.writeValueAsString(DecisionJson.of(decision));
    }

    @Override
    public void decisions(ReplayResult result, OutputStream out) throws IOException {
        lines(result.ledger().decisions().stream().map(DecisionJson::of).toList(), out);
    }

    private void lines(List<?> values, OutputStream out) throws IOException {
        for (var value : values) {
            json.writeValue(out, value);
            out.write('\n');
        }
    }

    @Override
    public String headline(ReplayResult result) {
        return json.writeValueAsString(HeadlineJson.of(result.headline()));
    }

    @Override
    public void tradesCsv(InputStream ndjson, OutputStream out) throws IOException {
        csv.trades(ndjson, out);
    }

    @Override
    public void decisionsCsv(InputStream ndjson, OutputStream out) throws IOException {
        csv.decisions(ndjson, out);
    }
}
