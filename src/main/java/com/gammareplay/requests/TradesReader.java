package com.gammareplay.requests;

import com.gammareplay.reconciliation.ComparedTrade;
import com.gammareplay.reconciliation.TradeTable;
import com.gammareplay.reconciliation.TradeTable.BadRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads trades made elsewhere from CSV. */
public final class TradesReader {

    private static final String CSV = "/csv";

    private final @Nullable String zone;
    private final Map<String, String> names;

    /**
     * A reader.
     *
     * @param zone of times that name no offset
     * @param names of columns in the header, by {@link TradeColumn#label}
     */
    public TradesReader(@Nullable String zone, Map<String, String> names) {
        this.zone = zone;
        this.names = names;
    }

    /**
     * Reads a table with a header.
     *
     * @throws InvalidRequestException if the zone, the columns or the table as a whole are wrong
     */
    public TradeTable read(String csv) {
        var problems = new Problems();
        var known = zone == null ? null : ZoneReader.read("/zone", zone, problems);
        var lines = lines(csv, problems);
        var columns = TradeColumns.of(lines.getFirst().cells(), names, problems);
        problems.requireNone();
        var table = trades(lines, new TradeRows(columns, known));
        requireZone(known, lines, columns, problems);
        problems.requireNone();
        return table;
    }

    private static List<CsvLines.Line> lines(String csv, Problems problems) {
        try {
            return CsvLines.read(csv);
        } catch (IllegalArgumentException e) {
            problems.add(CSV, String.valueOf(e.getMessage()));
            throw new InvalidRequestException(problems.list());
        }
    }

    private static TradeTable trades(List<CsvLines.Line> lines, TradeRows rows) {
        var trades = new ArrayList<ComparedTrade>();
        var badRows = new ArrayList<BadRow>();
        for (var line : lines.subList(1, lines.size())) {
            try {
                trades.add(rows.read(line));
            } catch (IllegalArgumentException e) {
                badRows.add(new BadRow(line.number(), String.valueOf(e.getMessage())));
            }
        }
        return new TradeTable(trades, badRows);
    }

    /** Without it such rows would all be bad, though only one thing is wrong. */
    private static void requireZone(
            @Nullable ZoneId zone, List<CsvLines.Line> lines, TradeColumns columns, Problems problems) {
        if (zone == null) {
            lines.stream()
                    .skip(1)
                    .filter(line -> TradeTime.needsZone(columns.cell(line, TradeColumn.ENTRY_TIME))
                            || TradeTime.needsZone(columns.cell(line, TradeColumn.EXIT_TIME)))
                    .findFirst()
                    .ifPresent(line -> problems.add(
                            "/zone", "must be given, for times name no offset, such as that in line " + line.number()));
        }
    }
}
