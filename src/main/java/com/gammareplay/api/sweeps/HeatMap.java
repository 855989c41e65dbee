package com.gammareplay.api.sweeps;

import com.gammareplay.api.sweeps.HeatMapView.AxisView;
import com.gammareplay.jobs.sweeps.CombinationNumber;
import com.gammareplay.replay.WarningCode;
import com.gammareplay.replay.sweep.Combinations;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.InvalidRequestException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gathers the numbers of combinations in the cells of a table. */
final class HeatMap {

    private static final int MOST_CELLS = 100_000;

    private final Combinations combinations;
    private final HeatMapQuery query;
    private final Map<Long, Integer> columns;
    private final Map<Long, Integer> rows;

    HeatMap(Combinations combinations, HeatMapQuery query) {
        this.combinations = combinations;
        this.query = query;
        columns = places(query.x());
        rows = places(query.y());
        if ((long) columns.size() * rows.size() > MOST_CELLS) {
            throw new InvalidRequestException(List.of(new Problem(
                    "/x", "the table must have at most " + MOST_CELLS + " cells: give ranges a greater step")));
        }
    }

    /** The values of an axis that any combination has, each with its place in the table. */
    private Map<Long, Integer> places(int axis) {
        var places = new LinkedHashMap<Long, Integer>();
        IntStream.range(0, combinations.size())
                .mapToObj(combination -> combinations.place(combination, axis))
                .distinct()
                .sorted()
                .forEach(place -> places.put(place, places.size()));
        return places;
    }

    private static int in(Map<Long, Integer> places, long place) {
        return Objects.requireNonNull(places.get(place));
    }

    /** The table of the numbers of some combinations. */
    HeatMapView of(List<CombinationNumber> numbers) {
        var cells = IntStream.range(0, rows.size() * columns.size())
                .mapToObj(_ -> new DoubleSummaryStatistics())
                .toList();
        var counts = new int[cells.size()];
        var warned = new EnumMap<WarningCode, int[]>(WarningCode.class);
        for (var number : numbers) {
            var cell = cell(number.combination());
            counts[cell]++;
            number.warnings().forEach(code -> warned.computeIfAbsent(code, _ -> new int[cells.size()])[cell]++);
            if (number.value() != null) {
                cells.get(cell).accept(number.value());
            }
        }
        var warnings = new EnumMap<WarningCode, List<List<Integer>>>(WarningCode.class);
        warned.forEach((code, inCells) -> warnings.put(code, table(cell -> inCells[cell])));
        return new HeatMapView(
                axis(query.x(), columns.keySet()),
                axis(query.y(), rows.keySet()),
                query.value().label(),
                query.aggregate(),
                table(cell -> shown(cells.get(cell))),
                table(cell -> counts[cell]),
                warnings);
    }

    private int cell(int combination) {
        return in(rows, combinations.place(combination, query.y())) * columns.size()
                + in(columns, combinations.place(combination, query.x()));
    }

    private <T extends @Nullable Object> List<List<T>> table(IntFunction<T> cell) {
        var table = new ArrayList<List<T>>();
        for (var row = 0; row < rows.size(); row++) {
            var line = new ArrayList<T>();
            for (var column = 0; column < columns.size(); column++) {
                line.add(cell.apply(row * columns.size() + column));
            }
            table.add(line);
        }
        return table;
    }

    private @Nullable Number shown(DoubleSummaryStatistics cell) {
        if (cell.getCount() == 0) {
            return null;
        }
        return query.value()
                .unit()
                .shown(
                        switch (query.aggregate()) {
                            case "max" -> cell.getMax();
                            case "min" -> cell.getMin();
                            default -> cell.getAverage();
                        });
    }

    private AxisView axis(int axis, Collection<Long> places) {
        var swept = combinations.axes().get(axis);
        var values = new ArrayList<@Nullable Object>();
        places.forEach(place -> values.add(swept.value(place)));
        return new AxisView(swept.name(), values);
    }
}
