package com.gammareplay.requests;

import com.gammareplay.parameters.InvalidParametersException;
import com.gammareplay.parameters.Parameter;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Parameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a what-if, for the description of the API; it is read field by field. */
@Schema(
        name = "WhatIfRequest",
        description = "Which exit parameters differ. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record WhatIfBody(
        @Schema(
                description = "Exit parameters that differ from those of the backtest, by name; GET /strategies lists "
                        + "them as the group EXITS",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Map<String, Object> parameters) {

    private static final String PARAMETERS = "parameters";

    /**
     * Reads by which exit parameters a trade is to be lived through.
     *
     * @param own the parameters of the trade's backtest
     * @return those parameters with the differences
     * @throws MalformedJsonException if the body is no JSON
     * @throws InvalidRequestException naming everything that is wrong
     */
    public static ParameterValues read(byte[] json, ParameterValues own) {
        var fields = JsonFields.of(json);
        var changes = fields.values(PARAMETERS);
        var problems = fields.problems();
        if (changes == null && problems.isEmpty()) {
            problems.add("/" + PARAMETERS, "must be given: exit parameters by name");
        }
        var changed = changes == null ? own : changed(own, changes, problems);
        problems.requireNone();
        return changed;
    }

    private static ParameterValues changed(
            ParameterValues own, Map<String, @Nullable Object> changes, Problems problems) {
        var ofExits = new LinkedHashMap<>(changes);
        ofExits.keySet().removeIf(name -> isOther(name, problems));
        try {
            return own.with(ofExits);
        } catch (InvalidParametersException e) {
            e.problems().forEach(bad -> problems.add(pointer(bad.parameter()), bad.message()));
            return own;
        }
    }

    private static boolean isOther(String name, Problems problems) {
        var isOther = Parameters.find(name)
                .filter(parameter -> parameter.group() != Parameter.Group.EXITS)
                .isPresent();
        if (isOther) {
            problems.add(pointer(name), "is no exit parameter: the trade is entered as it was");
        }
        return isOther;
    }

    private static String pointer(String parameter) {
        return "/" + PARAMETERS + "/" + Problems.escaped(parameter);
    }
}
