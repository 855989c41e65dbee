package com.gammareplay.api.sweeps;

import com.gammareplay.api.conventions.QueryValues;
import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.replay.sweep.Axis;
import com.gammareplay.replay.sweep.Combinations;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.InvalidRequestException.Problem;
import com.gammareplay.statistics.ResultNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which table of a sweep is asked for.
 *
 * @param x number of the axis of the columns
 * @param y number of the axis of the rows
 * @param value what the cells show
 * @param aggregate mean, max or min
 * @param without which combinations are left out
 */
record HeatMapQuery(int x, int y, ResultNumber value, String aggregate, WarningFilter without) {

    private static final List<String> AGGREGATES = List.of("mean", "max", "min");

    static HeatMapQuery of(HttpServletRequest request, Combinations combinations) {
        var names = combinations.axes().stream().map(Axis::name).toList();
        if (names.size() < 2) {
            throw invalid("/x", "needs two swept parameters, this sweep has one");
        }
        var query = new QueryValues(request);
        var x = query.oneOf("x", names);
        var y = query.oneOf("y", names);
        var label = query.oneOf("value", ResultNumber.HEADLINE_NAMES);
        var value = Optional.ofNullable(label).flatMap(ResultNumber::headline).orElse(ResultNumber.TOTAL_PNL);
        var aggregate = Objects.requireNonNullElse(query.oneOf("aggregate", AGGREGATES), "mean");
        var without = WarningFilter.of(query.someOf("withoutWarnings", WarningFilter.NAMES));
        query.requireNoProblem();
        var column = x == null ? firstBut(y, names) : x;
        var row = y == null ? firstBut(column, names) : y;
        if (column.equals(row)) {
            throw invalid("/y", "must be another parameter than x");
        }
        return new HeatMapQuery(names.indexOf(column), names.indexOf(row), value, aggregate, without);
    }

    private static String firstBut(@Nullable String other, List<String> names) {
        return names.stream().filter(name -> !name.equals(other)).findFirst().orElseThrow();
    }

    private static InvalidRequestException invalid(String pointer, String message) {
        return new InvalidRequestException(List.of(new Problem(pointer, message)));
    }
}
