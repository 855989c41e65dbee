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
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Turns NDJSON of trades and decisions into CSV (RFC 4180): one row a line, nested values flattened. */
final class CsvReport {

    /** Columns of a leg: its name, which holds the strike, and its name before each of the other fields. */
    private static final List<String> LEGS = List.of("callShort", "callLong", "putShort", "putLong");

    private static final List<String> QUOTES =
            List.of("EntryBid", "EntryAsk", "EntryAge", "ExitBid", "ExitAsk", "ExitAge");

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
        var scalars = scalars(TradeJson.class, "legs", "exitEvidence");
        var header = new ArrayList<>(scalars);
        for (var leg : LEGS) {
            header.add(leg);
            QUOTES.forEach(quote -> header.add(leg + quote));
        }
        header.add("exitEvidence");
        write(ndjson, out, header, line -> {
            var row = texts(line, scalars);
            for (var name : LEGS) {
                var leg = leg(line, name);
                row.add(text(leg.path("strike")));
                QUOTES.forEach(quote -> row.add(text(leg.path(uncapitalized(quote)))));
            }
            row.add(line.path("exitEvidence").toString());
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

    private static List<String> scalars(Class<? extends Record> type, String... nested) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of(nested).contains(name))
                .toList();
    }

    private static List<String> texts(JsonNode line, List<String> names) {
        var row = new ArrayList<String>();
        for (var name : names) {
            row.add(text(line.path(name)));
        }
        return row;
    }

    /** A value as a cell: nothing for null and for what is not there. */
    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString("");
    }

    /** The leg of a trade by its name, such as callShort; missing if the trade has none. */
    private static JsonNode leg(JsonNode trade, String name) {
        for (var leg : trade.path("legs")) {
            var legName = leg.path("right").asString() + leg.path("side").asString();
            if (legName.equalsIgnoreCase(name)) {
                return leg;
            }
        }
        return MissingNode.getInstance();
    }

    private static String uncapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
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
