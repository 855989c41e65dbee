package com.gammareplay.api.sweeps;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of one headline number by two parameters. */
@Schema(name = "HeatMap")
record HeatMapView(
        AxisView x,
        AxisView y,

        @Schema(description = "The headline number") String value,

        @Schema(description = "What a cell shows of the combinations that share it")
        String aggregate,

        @Schema(description = "A row for each value of y, in it a number or null for each value of x")
        List<List<@Nullable Number>> cells,

        @Schema(description = "How many combinations share each cell")
        List<List<Integer>> combinations) {

    /** A parameter with its values. */
    @Schema(name = "HeatMapAxis")
    record AxisView(
            String parameter,

            @Schema(description = "In the order of the request, those of a range rising")
            List<@Nullable Object> values) {}

    /** Header and rows: the values of x above, those of y on the left. */
    Iterator<List<String>> csv(Function<@Nullable Object, String> cell) {
        var header = line(y.parameter() + "\\" + x.parameter(), x.values(), cell);
        var rows = IntStream.range(0, cells.size())
                .mapToObj(row -> line(cell.apply(y.values().get(row)), cells.get(row), cell));
        return Stream.concat(Stream.of(header), rows).iterator();
    }

    private static List<String> line(
            String first, List<? extends @Nullable Object> others, Function<@Nullable Object, String> cell) {
        var line = new ArrayList<String>();
        line.add(first);
        others.forEach(other -> line.add(cell.apply(other)));
        return line;
    }
}
