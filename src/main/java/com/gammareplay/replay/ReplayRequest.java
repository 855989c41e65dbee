package com.gammareplay.replay;

import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What to replay, checked and with every default filled in.
 *
 * @param databaseZone zone of the recording's timestamps, as far as they name none
 * @param indices at least one, in order of declaration
 * @param from first date, inclusive
 * @param to last date, inclusive
 * @param startingBalance cents
 * @param requireCoverage least share (0 to 1) of a session's ticks with quotes for it to be traded
 */
public record ReplayRequest(
        String dataset,
        ZoneId databaseZone,
        List<Index> indices,
        LocalDate from,
        LocalDate to,
        Preset preset,
        ParameterValues parameters,
        long startingBalance,
        double requireCoverage) {

    public ReplayRequest {
        indices = indices.stream().distinct().sorted().toList();
        if (indices.isEmpty()) {
            throw new IllegalArgumentException("indices must not be empty");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from " + from + ", was " + to);
        }
    }
}
