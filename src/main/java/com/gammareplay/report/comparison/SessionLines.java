package com.gammareplay.report.comparison;

import com.gammareplay.report.JsonReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of decisions or trades, taken session by session, so that a long document takes no more memory. */
final class SessionLines {

    private static final JsonMapper MAPPER = JsonReport.exactMapper();

    private final BufferedReader reader;
    private @Nullable JsonNode next;

    SessionLines(InputStream document) throws IOException {
        reader = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8));
        advance();
    }

    private void advance() throws IOException {
        var line = reader.readLine();
        next = line == null ? null : MAPPER.readTree(line);
    }

    /** The session of the next line, null behind the last one. */
    @Nullable
    String session() {
        return next == null ? null : session(next);
    }

    /** The lines of a session by their check, in their order; none if the next line is of another session. */
    Map<String, JsonNode> take(String session) throws IOException {
        var taken = new LinkedHashMap<String, JsonNode>();
        while (next != null && session(next).equals(session)) {
            taken.put(
                    next.path("index").asString() + " " + next.path("checkTime").asString(), next);
            advance();
        }
        return taken;
    }

    private static String session(JsonNode line) {
        return line.path("session").asString();
    }
}
