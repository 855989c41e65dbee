package com.gammareplay.marketdata.sqlite;

import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session's leg prices by runs of ids, for recordings whose rows lie in the file as they were recorded.
 *
 * <p>The index on the timestamp says which ids each timestamp has; where they are without gaps, the rows are read in the
 * order of the file, and no text is made a row. Where they are not, nothing is read.
 */
final class LegPriceRuns {

    private static final int CANCEL_CHECK_MASK = (1 << 12) - 1;
    private static final String BLOCKS = "select timestamp, min(id), max(id), count(*) from options_prices_live"
            + " where timestamp >= ? and timestamp < ? group by timestamp collate binary";
    private static final String ROWS = "select id,"
            + " case index_symbol collate binary when 'SPX' then 0 when 'NDX' then 1 else -1 end,"
            + " case +option_type collate nocase when 'call' then 0 when 'put' then 1 else -1 end,"
            + " strike, bid, ask from options_prices_live not indexed where id between ? and ? order by id";
    private static final int INDEX = 1;
    private static final int RIGHT = 2;
    private static final int STRIKE = 3;
    private static final int BID = 4;
    private static final int ASK = 5;

    private final SessionSpan span;
    private final TimestampParser timestamps;
    private final LegPriceRows target;
    private final BooleanSupplier cancelled;

    /** The rows of one timestamp: all ids from first to last. */
    private record Block(long instant, long first, long last) {}

    LegPriceRuns(SessionSpan span, TimestampParser timestamps, LegPriceRows target, BooleanSupplier cancelled) {
        this.span = span;
        this.timestamps = timestamps;
        this.target = target;
        this.cancelled = cancelled;
    }

    /** Reads the session; false, and nothing read, if its rows do not lie in runs. The ids must be unique integers. */
    boolean read(Connection connection) throws SQLException {
        try {
            return readRuns(connection);
        } catch (ContentProblem e) {
            throw e;
        } catch (SQLException e) {
            throw new ContentProblem(
                    "table options_prices_live, session " + span.session().date(), e);
        }
    }

    private boolean readRuns(Connection connection) throws SQLException {
        var blocks = blocks(connection);
        if (blocks == null) {
            return false;
        }
        blocks.sort(Comparator.comparingLong(Block::first));
        try (var statement = connection.prepareStatement(ROWS)) {
            for (var from = 0; from < blocks.size(); ) {
                var to = endOfRun(blocks, from);
                var run = blocks.subList(from, to);
                statement.setLong(1, run.getFirst().first());
                statement.setLong(2, run.getLast().last());
                NativeCursor.read(statement, rows -> read(rows, run));
                from = to;
            }
        }
        return true;
    }

    private @Nullable List<Block> blocks(Connection connection) throws SQLException {
        var blocks = new ArrayList<Block>();
        try (var statement = connection.prepareStatement(BLOCKS)) {
            statement.setString(1, span.fromText());
            statement.setString(2, span.toText());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var instant = timestamps.parse(rows.getString(1));
                    var block = new Block(instant, rows.getLong(2), rows.getLong(3));
                    if (instant == TimestampParser.UNPARSABLE || block.last() - block.first() + 1 != rows.getLong(4)) {
                        return null;
                    }
                    if (span.contains(instant)) {
                        blocks.add(block);
                    }
                }
            }
        }
        return blocks;
    }

    private static int endOfRun(List<Block> blocks, int from) {
        var to = from + 1;
        while (to < blocks.size()
                && blocks.get(to).first() == blocks.get(to - 1).last() + 1) {
            to++;
        }
        return to;
    }

    private void read(RowCursor rows, List<Block> run) throws SQLException {
        var place = 0;
        var block = run.getFirst();
        for (var count = 1; rows.next(); count++) {
            if ((count & CANCEL_CHECK_MASK) == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            var id = rows.integer(0);
            while (id > block.last()) {
                block = run.get(++place);
            }
            row(rows, block.instant(), id);
        }
    }

    private void row(RowCursor row, long instant, long id) throws SQLException {
        var index = index(row.integer(INDEX));
        if (index != null && target.wants(index)) {
            target.count(index);
            target.add(
                    index,
                    instant,
                    id,
                    right(row.integer(RIGHT)),
                    row.number(STRIKE),
                    row.number(BID),
                    row.number(ASK));
        }
    }

    private static @Nullable Index index(long code) {
        return code == 0 ? Index.SPX : code == 1 ? Index.NDX : null;
    }

    private static @Nullable Right right(long code) {
        return code == 0 ? Right.CALL : code == 1 ? Right.PUT : null;
    }
}
