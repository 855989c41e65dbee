package com.gammareplay.jobs;

import com.gammareplay.bot.InvalidParametersException;
import com.gammareplay.bot.Parameter;
import com.gammareplay.bot.ParameterValues;
import com.gammareplay.bot.Parameters;
import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from JSON by which other exit parameters a trade is to be lived through again. Thread-safe. */
@Component
public final class WhatIfReader {

    private static final String PARAMETERS = "parameters";

    private final SubmissionReader json;

    WhatIfReader(SubmissionReader json) {
        this.json = json;
    }

    /**
     * Reads which exit parameters differ.
     *
     * @param own the parameters of the trade's backtest
     * @return those parameters with the differences
     * @throws MalformedJsonException if the body is no JSON
     * @throws InvalidRequestException naming everything that is wrong
     */
    public ParameterValues read(byte[] body, ParameterValues own) {
        var fields = new JsonFields(json.tree(body));
        var changes = fields.values(PARAMETERS);
        var problems = new ArrayList<>(fields.problems());
        if (changes == null && problems.isEmpty()) {
            problems.add(new Problem("/" + PARAMETERS, "must be given: exit parameters by name"));
        }
        var changed = changes == null ? own : changed(own, changes, problems);
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return changed;
    }

    private static ParameterValues changed(
            ParameterValues own, Map<String, @Nullable Object> changes, List<Problem> problems) {
        var ofExits = new LinkedHashMap<>(changes);
        ofExits.keySet().removeIf(name -> isOther(name, problems));
        try {
            return own.with(ofExits);
        } catch (InvalidParametersException e) {
            e.problems().forEach(bad -> problems.add(problem(bad.parameter(), bad.message())));
            return own;
        }
    }

    private static boolean isOther(String name, List<Problem> problems) {
        var isOther = Parameters.find(name)
                .filter(parameter -> parameter.group() != Parameter.Group.EXITS)
                .isPresent();
        if (isOther) {
            problems.add(problem(name, "is no exit parameter: the trade is entered as it was"));
        }
        return isOther;
    }

    private static Problem problem(String parameter, String message) {
        return new Problem("/" + PARAMETERS + "/" + JsonFields.escaped(parameter), message);
    }
}
