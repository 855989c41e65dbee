package com.gammareplay.api.conventions;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those lines of a document that pass a filter, as pages or as a whole; read as they are written. */
public final class Lines {

    private final BufferedReader reader;
    private final Cursor cursor;
    private final Predicate<String> filter;

    /**
     * Lines of a document.
     *
     * @param name of the document, its job and the filter, to tell their cursors from others
     */
    public Lines(InputStream document, String name, Predicate<String> filter) {
        this.reader = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8));
        this.cursor = new Cursor(name);
        this.filter = filter;
    }

    /** Turns lines of JSON into CSV. */
    public interface CsvWriting {
        void write(InputStream ndjson, OutputStream out) throws IOException;
    }

    /** A page of lines; null if all of them were written, in a form that the client likes better. */
    public @Nullable Page<RawJson> answer(int limit, @Nullable String place, Export export, CsvWriting csv)
            throws IOException {
        return export.answer(
                () -> page(cursor.read(place, Long::parseLong).orElse(0L), limit),
                Map.of(
                        ExportFormat.CSV, out -> csv.write(ndjson(), out),
                        ExportFormat.NDJSON, out -> ndjson().transferTo(out)));
    }

    /** The line at which a page begins is counted without the filter. */
    private Page<RawJson> page(long from, int limit) throws IOException {
        var items = new ArrayList<RawJson>();
        var number = 0L;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (number >= from && filter.test(line)) {
                if (items.size() == limit) {
                    return new Page<>(items, cursor.write(Long.toString(number)));
                }
                items.add(new RawJson(line));
            }
            number++;
        }
        return new Page<>(items, null);
    }

    private InputStream ndjson() {
        return new SequenceInputStream(new Pieces(reader.lines().filter(filter).iterator()));
    }

    /** Each line as a stream of its own, read when it is asked for. */
    @SuppressWarnings("JdkObsolete") // the stream of streams knows nothing newer
    private record Pieces(Iterator<String> lines) implements Enumeration<InputStream> {
        @Override
        public boolean hasMoreElements() {
            return lines.hasNext();
        }

        @Override
        public InputStream nextElement() {
            return new ByteArrayInputStream((lines.next() + '\n').getBytes(StandardCharsets.UTF_8));
        }
    }
}
