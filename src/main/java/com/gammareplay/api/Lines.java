package com.gammareplay.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Pages of a document of lines. */
final class Lines {

    private Lines() {}

    static Page<RawJson> page(InputStream document, long from, int limit) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8));
        for (var skipped = 0L; skipped < from && reader.readLine() != null; skipped++) {}
        var items = new ArrayList<RawJson>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (items.size() == limit) {
                return new Page<>(items, Cursor.write(from + limit));
            }
            items.add(new RawJson(line));
        }
        return new Page<>(items, null);
    }
}
