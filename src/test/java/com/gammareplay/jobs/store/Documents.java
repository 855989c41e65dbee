package com.gammareplay.jobs.store;

import com.gammareplay.jobs.JobDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Documents of a result that all have the same text. */
final class Documents {

    private Documents() {}

    static JobDocuments of(String text) {
        var content = compressed(text);
        return new JobDocuments(
                Map.of(JobDocument.RESULT, content, JobDocument.TRADES, content, JobDocument.DECISIONS, content), "{}");
    }

    private static byte[] compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
