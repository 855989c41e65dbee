package com.gammareplay.marketdata.sqlite;

import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a session's leg prices in order of timestamp: right for every recording, whatever order its rows have. */
final class LegPriceReader {

    /** Bits of a number that tell the right. */
    static final int RIGHT_BITS = 2;

    private static final int STRIKE = RowScan.ID_COLUMN + 1;
    private static final int OPTION_TYPE = STRIKE + 1;
    private static final int BID = OPTION_TYPE + 1;
    private static final int ASK = BID + 1;

    private final Map<Index, LegPriceRows> targets;

    LegPriceReader(Map<Index, LegPriceRows> targets) {
        this.targets = targets;
    }

    void read(Connection connection, RowScan scan) throws SQLException {
        scan.visit(
                connection,
                RecorderTable.OPTIONS_PRICES_LIVE,
                List.of("strike", rightBits(0), "bid", "ask"),
                this::row);
    }

    private void row(Index index, long instant, ResultSet row) throws SQLException {
        Objects.requireNonNull(targets.get(index))
                .add(
                        instant,
                        row.getLong(RowScan.ID_COLUMN),
                        right(row.getInt(OPTION_TYPE)),
                        number(row, STRIKE),
                        number(row, BID),
                        number(row, ASK));
    }

    /** SQL for the right as the lowest bits of a number: the driver is slow in making texts; see {@link #right}. */
    static String rightBits(int others) {
        // To compare without regard to case is slow: only what is written in another way needs it.
        return rightBits("binary", others, rightBits("nocase", others, String.valueOf(others)));
    }

    private static String rightBits(String collation, int others, String otherwise) {
        return "case +option_type collate " + collation + " when 'call' then " + (others + 1) + " when 'put' then "
                + (others + 2) + " else " + otherwise + " end";
    }

    /** The right that the lowest bits of a number tell, null if none. */
    static @Nullable Right right(int bits) {
        return switch (bits & ((1 << RIGHT_BITS) - 1)) {
            case 1 -> Right.CALL;
            case 2 -> Right.PUT;
            default -> null;
        };
    }

    /** As {@link RowSteps#number} gives it. */
    private static double number(ResultSet row, int column) throws SQLException {
        return switch (row.getObject(column)) {
            case null -> LegPriceRows.NULL;
            case Number number when Double.isFinite(number.doubleValue()) -> number.doubleValue();
            default -> Double.NaN;
        };
    }
}
