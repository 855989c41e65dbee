package com.gammareplay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes tables as CSV (RFC 4180). The stream is flushed, not closed. */
public final class TableCsv {

    private static final CsvMapper CSV = CsvMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private TableCsv() {}

    /** Writes rows as they come, the first of them being the header. */
    public static void write(Iterator<List<String>> rows, OutputStream out) throws IOException {
        var schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
        try (SequenceWriter writer = CSV.writer(schema).writeValues(out)) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
        }
    }
}
