package com.gammareplay.api.sweeps;

import com.gammareplay.replay.WarningCode;
import com.gammareplay.report.SweepReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
        List<List<Integer>> combinations,

        @Schema(description = "By code of a warning: how many of each cell's combinations have it")
        Map<WarningCode, List<List<Integer>>> warnings) {

    /** A parameter with its values. */
    @Schema(name = "HeatMapAxis")
    record AxisView(
            String parameter,

            @Schema(description = "In the order of the request, those of a range rising")
            List<@Nullable Object> values) {}

    /** Header and rows: the values of x above, those of y on the left; the warnings of each cell behind all values. */
    Iterator<List<String>> csv(Function<@Nullable Object, String> cell) {
        var names = x.values().stream().map(cell).toList();
        var warnings = names.stream().map(name -> "warnings " + name);
        var header = line(y.parameter() + "\\" + x.parameter(), names.stream(), warnings);
        var rows = IntStream.range(0, cells.size())
                .mapToObj(row -> line(
                        cell.apply(y.values().get(row)),
                        cells.get(row).stream().map(cell),
                        IntStream.range(0, names.size()).mapToObj(column -> warnings(row, column))));
        return Stream.concat(Stream.of(header), rows).iterator();
    }

    private static List<String> line(String first, Stream<String> numbers, Stream<String> warnings) {
        return Stream.of(Stream.of(first), numbers, warnings)
                .flatMap(part -> part)
                .toList();
    }

    private String warnings(int row, int column) {
        var counts = new EnumMap<WarningCode, Integer>(WarningCode.class);
        warnings.forEach((code, table) -> counts.put(code, table.get(row).get(column)));
        counts.values().removeIf(count -> count == 0);
        return SweepReport.warningsCell(counts.entrySet());
    }
}
