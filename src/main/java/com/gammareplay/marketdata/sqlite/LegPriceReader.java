package com.gammareplay.marketdata.sqlite;

import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a session's leg prices in order of timestamp: right for every recording, whatever order its rows have. */
final class LegPriceReader {

    private static final int CALL = 1;
    private static final int PUT = 2;
    // Numbers instead of texts, for the driver is slow in making texts.
    private static final String COLUMNS = "strike, case +option_type collate nocase when 'call' then " + CALL
            + " when 'put' then " + PUT + " end, bid, ask";
    private static final int STRIKE = RowScan.ID_COLUMN + 1;
    private static final int OPTION_TYPE = STRIKE + 1;
    private static final int BID = OPTION_TYPE + 1;
    private static final int ASK = BID + 1;

    private final Map<Index, LegPriceRows> targets;

    LegPriceReader(Map<Index, LegPriceRows> targets) {
        this.targets = targets;
    }

    void read(Connection connection, RowScan scan) throws SQLException {
        scan.visit(connection, RecorderTable.OPTIONS_PRICES_LIVE, COLUMNS, this::row);
    }

    private void row(Index index, long instant, ResultSet row) throws SQLException {
        var cells = new JdbcCursor(row);
        Objects.requireNonNull(targets.get(index))
                .add(
                        instant,
                        row.getLong(RowScan.ID_COLUMN),
                        right(row.getInt(OPTION_TYPE)),
                        cells.number(STRIKE - 1),
                        cells.number(BID - 1),
                        cells.number(ASK - 1));
    }

    private static @Nullable Right right(int type) {
        return type == CALL ? Right.CALL : type == PUT ? Right.PUT : null;
    }
}
