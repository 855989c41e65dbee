package com.gammareplay.marketdata.tradier;

import com.gammareplay.marketdata.FeedException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The rows of Tradier's answers: one is written as such, several are an array, and none may be written in many ways. */
final class Rows {

    private Rows() {}

    /**
     * The rows that an answer has under two names, one within the other.
     *
     * @throws FeedException if the answer is about something else
     */
    static List<JsonNode> of(JsonNode answer, String outer, String inner) {
        var rows = object(answer, outer).path(inner);
        if (rows.isMissingNode() || rows.isNull()) {
            return List.of();
        }
        return rows.isArray() ? List.copyOf(rows.values()) : List.of(rows);
    }

    /**
     * What an answer has under a name.
     *
     * @throws FeedException if it has no such name
     */
    static JsonNode object(JsonNode answer, String name) {
        var object = answer.path(name);
        if (object.isMissingNode()) {
            throw new FeedException(
                    FeedException.Kind.BAD_ANSWER, "Tradier answered without " + name + ", which was asked for.");
        }
        return object;
    }

    /** A field as a text; empty if it is anything else. */
    static String text(JsonNode row, String name) {
        var field = row.path(name);
        return field.isString() ? field.stringValue() : "";
    }
}
