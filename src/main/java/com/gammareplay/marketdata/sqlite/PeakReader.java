package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.PeakColumns;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a session's peaks: instants with a rank 1 peak, and whether it competes with another. */
final class PeakReader {

    private static final int FIRST = RowScan.ID_COLUMN + 1;
    private static final int SECOND = FIRST + 1;

    private final Map<Index, CoverageCounter> counters;
    private final Map<Index, TreeMap<Long, Double>> rankOne = new EnumMap<>(Index.class);
    private final Map<Index, TreeMap<Long, @Nullable Double>> adjustedPins = new EnumMap<>(Index.class);

    PeakReader(Map<Index, CoverageCounter> counters) {
        this.counters = counters;
    }

    void readPeaks(Connection connection, RowScan scan) throws SQLException {
        scan.visit(connection, RecorderTable.GEX_PEAKS, List.of("peak_rank", "strike"), this::peak);
    }

    void readCompeting(Connection connection, RowScan scan) throws SQLException {
        scan.visit(connection, RecorderTable.COMPETING_PEAKS, List.of("is_competing", "adjusted_pin"), this::competing);
    }

    /** Rows come by rising id, so that the highest of an instant stays. */
    private void peak(Index index, long instant, ResultSet row) throws SQLException {
        var rank = Cells.number(row, FIRST);
        var strike = Cells.strike(row, SECOND);
        if (strike == null || rank == null) {
            counter(index).badPeak();
        } else if (rank == 1) {
            rankOne.computeIfAbsent(index, _ -> new TreeMap<>()).put(instant, strike);
        }
    }

    private void competing(Index index, long instant, ResultSet row) throws SQLException {
        var isCompeting = Cells.number(row, FIRST);
        var pin = Cells.strike(row, SECOND);
        var isBad = (isCompeting == null && !Cells.isNull(row, FIRST)) || (pin == null && !Cells.isNull(row, SECOND));
        if (isBad) {
            counter(index).badPeak();
        }
        adjustedPins
                .computeIfAbsent(index, _ -> new TreeMap<>())
                .put(instant, isCompeting != null && isCompeting != 0 ? pin : null);
    }

    private CoverageCounter counter(Index index) {
        return Objects.requireNonNull(counters.get(index));
    }

    PeakColumns columns(Index index) {
        var pins = adjustedPins.getOrDefault(index, new TreeMap<>());
        return new PeakColumns(rankOne.getOrDefault(index, new TreeMap<>()).entrySet().stream()
                .map(peak -> new PeakColumns.Row(peak.getKey(), peak.getValue(), pins.get(peak.getKey())))
                .toList());
    }
}
