package com.gammareplay.api.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.gammareplay.parameters.Parameter;
import com.gammareplay.parameters.Parameters;
import com.gammareplay.parameters.Preset;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The presets and the parameters of the bot as clients see them. */
@Schema(name = "Strategies", description = "What a request may set.")
record StrategyView(List<PresetView> presets, List<ParameterView> parameters) {

    /** A named set of parameter values. */
    @Schema(name = "Preset")
    record PresetView(
            @Schema(description = "What requests call it") String name,
            String meaning,

            @Schema(description = "Parameters that differ from their defaults")
            Map<String, Object> parameters) {

        private static PresetView of(Preset preset) {
            return new PresetView(preset.label(), preset.meaning(), new TreeMap<>(preset.changes()));
        }
    }

    /** A setting of the bot. */
    @Schema(name = "Parameter")
    record ParameterView(
            @Schema(description = "What requests call it") String name,
            Parameter.Group group,

            @Schema(description = "number, integer, boolean, string or array, and whether null is allowed")
            String type,

            @Schema(description = "Unit of the value, empty where it has none")
            String unit,

            @Schema(name = "default", description = "The value of the preset live") @JsonProperty("default") @Nullable
            Object standard,

            @Schema(description = "Accepted values in words, empty where the type says it all")
            String range,

            String meaning) {

        private static <T extends @Nullable Object> ParameterView of(Parameter<T> parameter) {
            return new ParameterView(
                    parameter.name(),
                    parameter.group(),
                    parameter.type().name(),
                    parameter.unit(),
                    parameter.type().write(parameter.standard()),
                    parameter.type().range(),
                    parameter.meaning());
        }
    }

    static StrategyView all() {
        return new StrategyView(
                Arrays.stream(Preset.values()).map(PresetView::of).toList(), parameterViews());
    }

    private static List<ParameterView> parameterViews() {
        var views = new ArrayList<ParameterView>();
        for (Parameter<?> parameter : Parameters.all()) {
            views.add(ParameterView.of(parameter));
        }
        return views;
    }
}
