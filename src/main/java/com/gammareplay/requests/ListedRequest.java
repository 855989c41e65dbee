package com.gammareplay.requests;

import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shortens the requests of jobs for lists: of the parameters they have those that differ from their preset's. */
public final class ListedRequest {

    private static final Map<Preset, JsonNode> BACKTESTS = new EnumMap<>(Preset.class);
    private static final Map<Preset, JsonNode> SWEEPS = new EnumMap<>(Preset.class);

    static {
        for (var preset : Preset.values()) {
            var values = ParameterValues.of(preset);
            BACKTESTS.put(preset, tree(values.plain()));
            SWEEPS.put(preset, tree(values.plainAsGiven()));
        }
    }

    private ListedRequest() {}

    private static JsonNode tree(Map<String, @Nullable Object> values) {
        return Json.EXACT.readTree(Json.EXACT.writeValueAsString(values));
    }

    /** The effective request of a backtest or a sweep, shortened; what is left out follows from the preset. */
    public static String of(String request) {
        var tree = Json.EXACT.readTree(request);
        if (tree.path("base") instanceof ObjectNode base) {
            shorten(base, SWEEPS);
        } else {
            shorten(tree, BACKTESTS);
        }
        return Json.EXACT.writeValueAsString(tree);
    }

    private static void shorten(JsonNode request, Map<Preset, JsonNode> presets) {
        if (request.path("parameters") instanceof ObjectNode parameters) {
            Preset.find(request.path("preset").asString(""))
                    .map(presets::get)
                    .ifPresent(standard -> parameters.remove(standard.propertyStream()
                            .filter(of -> of.getValue().equals(parameters.get(of.getKey())))
                            .map(Map.Entry::getKey)
                            .toList()));
        }
    }
}
