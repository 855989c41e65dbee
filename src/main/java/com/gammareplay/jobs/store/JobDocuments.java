package com.gammareplay.jobs.store;

import com.gammareplay.jobs.JobDocument;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The documents of one result.
 *
 * @param compressed each as it is kept, gzip
 * @param headline the headline numbers as JSON
 */
public record JobDocuments(Map<JobDocument, byte[]> compressed, String headline) {

    private static final int BUFFER = 1 << 13;

    /** Writes one document. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** The documents of a result, as a writer writes them. */
    public static JobDocuments of(ReplayResult result, ReportWriter writer) {
        return new JobDocuments(
                Map.of(
                        JobDocument.RESULT, compressed(out -> writer.result(result, out)),
                        JobDocument.TRADES, compressed(out -> writer.trades(result, out)),
                        JobDocument.DECISIONS, compressed(out -> writer.decisions(result, out))),
                writer.headline(result));
    }

    private static byte[] compressed(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes, BUFFER)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
