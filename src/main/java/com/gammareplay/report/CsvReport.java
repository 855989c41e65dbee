package com.gammareplay.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Turns NDJSON of trades and decisions into CSV (RFC 4180): one row a line, nested values flattened. */
final class CsvReport {

    private static final List<String> LEGS = List.of("callShort", "callLong", "putShort", "putLong");

    private final JsonMapper json;
    private final CsvMapper csv = CsvMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .build();

    CsvReport(JsonMapper json) {
        // Amounts keep the decimals with which they were written.
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    private interface Row {
        List<String> of(JsonNode line);
    }

    void trades(InputStream ndjson, OutputStream out) throws IOException {
        var scalars = scalars(TradeJson.class, "legs");
        write(ndjson, out, Stream.concat(scalars.stream(), LEGS.stream()).toList(), line -> {
            var row = texts(line, scalars);
            LEGS.forEach(leg -> row.add(strike(line, leg)));
            return row;
        });
    }

    void decisions(InputStream ndjson, OutputStream out) throws IOException {
        var scalars = scalars(DecisionJson.class, "values");
        write(ndjson, out, Stream.concat(scalars.stream(), Stream.of("values")).toList(), line -> {
            var row = texts(line, scalars);
            row.add(line.path("values").toString());
            return row;
        });
    }

    private static List<String> scalars(Class<? extends Record> type, String nested) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals(nested))
                .toList();
    }

    private static List<String> texts(JsonNode line, List<String> names) {
        var row = new ArrayList<String>();
        for (var name : names) {
            var value = line.path(name);
            row.add(value.isNull() ? "" : value.asString());
        }
        return row;
    }

    /** The strike of a leg by its name, such as callShort; "" if the trade has none. */
    private static String strike(JsonNode trade, String name) {
        for (var leg : trade.path("legs")) {
            var legName = leg.path("right").asString() + leg.path("side").asString();
            if (legName.equalsIgnoreCase(name)) {
                return leg.path("strike").asString();
            }
        }
        return "";
    }

    private void write(InputStream ndjson, OutputStream out, List<String> header, Row row) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(ndjson, StandardCharsets.UTF_8));
        var schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
        try (SequenceWriter writer = csv.writer(schema).writeValues(out)) {
            writer.write(header);
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(row.of(json.readTree(line)));
            }
        }
    }
}
