package com.gammareplay.jobs.store;

import com.gammareplay.jobs.JobDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps results in parts, compressed, and reads them part by part, so that a long one takes no more memory. */
@Component
public class JobDocumentStore {

    private static final int PART = 1 << 16;
    private static final int BUFFER = 1 << 13;

    private final JdbcClient jdbc;
    private final TransactionOperations reading;

    JobDocumentStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.reading = transactions.reading();
    }

    /** Keeps the documents of a result, within the transaction that ends its job. */
    public void keep(String id, JobDocuments documents) {
        documents.compressed().forEach((kind, content) -> {
            for (var start = 0; start < content.length; start += PART) {
                var part = Arrays.copyOfRange(content, start, Math.min(content.length, start + PART));
                jdbc.sql("insert into job_part (job_id, kind, part, content) values (?, ?, ?, ?)")
                        .params(id, kind.name(), start / PART, part)
                        .update();
            }
        });
    }

    /** A document of a job that has succeeded. It ends too early, with an error, if the job is deleted meanwhile. */
    public Optional<InputStream> find(String id, JobDocument document) {
        return part(id, document, 0).map(first -> {
            var parts = new Parts(id, document, first);
            try {
                return new GZIPInputStream(
                        new SequenceInputStream(parts) {
                            @Override
                            public void close() {} // it would fetch what is left, to close it
                        },
                        BUFFER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Optional<byte[]> part(String id, JobDocument document, int number) {
        return reading.execute(_ -> jdbc.sql("select content from job_part where job_id = ? and kind = ? and part = ?")
                .params(id, document.name(), number)
                .query((row, _) -> row.getBytes(1))
                .optional());
    }

    /** The parts of one document, each read when it is asked for. */
    @SuppressWarnings("JdkObsolete") // the stream of streams knows nothing newer
    private final class Parts implements Enumeration<InputStream> {
        private final String id;
        private final JobDocument document;
        private int number;
        private byte @Nullable [] next;

        Parts(String id, JobDocument document, byte[] first) {
            this.id = id;
            this.document = document;
            this.next = first;
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null) {
                next = part(id, document, number).orElse(null);
            }
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            var part = new ByteArrayInputStream(next);
            next = null;
            number++;
            return part;
        }
    }
}
