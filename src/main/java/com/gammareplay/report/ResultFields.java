package com.gammareplay.report;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Some fields of a stored result. An earlier version may have written others. */
public record ResultFields(Map<String, JsonNode> found) {

    private static final JsonMapper MAPPER = JsonReport.exactMapper();

    /** Reads no further than the last of them goes: trades may be many. */
    public static ResultFields read(InputStream result, String... names) {
        var wanted = Set.of(names);
        var found = new HashMap<String, JsonNode>();
        try (var parser = MAPPER.createParser(result)) {
            parser.nextToken();
            while (found.size() < wanted.size() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                if (wanted.contains(name)) {
                    found.put(name, parser.readValueAsTree());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new ResultFields(found);
    }

    /** One of them, missing if the result has none. */
    public JsonNode get(String name) {
        return found.getOrDefault(name, MissingNode.getInstance());
    }
}
