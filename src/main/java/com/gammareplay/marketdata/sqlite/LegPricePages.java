package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.marketdata.sqlite.pages.TableRow;
import com.gammareplay.marketdata.sqlite.pages.TableScan;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a session's leg prices from the pages of the file, for recordings whose rows lie there as they were recorded.
 *
 * <p>SQLite's index on the timestamp says between which ids the session's rows are; the pages with these ids are read in
 * the order of the file. If the rows lie all over the table, or if anything is unusual, SQLite has to read them.
 */
final class LegPricePages {

    private static final Logger LOG = LoggerFactory.getLogger(LegPricePages.class);
    private static final int CANCEL_CHECK_MASK = (1 << 12) - 1;
    private static final byte[] NO_TEXT = {};

    private static final int ID = 0;
    private static final int TIMESTAMP = 1;
    private static final int SYMBOL = 2;
    private static final int STRIKE = 3;
    private static final int OPTION_TYPE = 4;
    private static final int BID = 5;
    private static final int ASK = 6;

    private static final byte[] SPX = bytes("SPX");
    private static final byte[] NDX = bytes("NDX");
    private static final byte[] CALL = bytes("call");
    private static final byte[] PUT = bytes("put");

    private final SessionSpan span;
    private final TimestampParser timestamps;
    private final BooleanSupplier cancelled;
    private final @Nullable LegPriceRows spx;
    private final @Nullable LegPriceRows ndx;
    private byte[] lastTimestamp = NO_TEXT;
    private LegPriceIndex.@Nullable Block lastBlock;
    private boolean isLastInSession;
    private long lastInstant;
    private boolean isUnusual;
    private long seen;

    LegPricePages(
            SessionSpan span, TimestampParser timestamps, Map<Index, LegPriceRows> targets, BooleanSupplier cancelled) {
        this.span = span;
        this.timestamps = timestamps;
        this.cancelled = cancelled;
        this.spx = targets.get(Index.SPX);
        this.ndx = targets.get(Index.NDX);
    }

    /** Reads the session; false if SQLite has to, and then what the targets have is of no use. */
    boolean read(Connection connection, Path file, PriceTable table) throws SQLException {
        try {
            var index = LegPriceIndex.of(connection, span.ranges());
            var runs = index == null ? null : index.runs();
            if (index == null || runs == null) {
                return false;
            }
            for (var run : runs) {
                TableScan.visit(
                        file, table.rootPage(), run.first(), run.last(), table.columns(), row -> row(row, index));
            }
            return !isUnusual && index.isAsFound();
        } catch (IOException e) { // such as an UnreadablePageException
            LOG.debug("{} is left to SQLite", file, e);
            return false;
        } catch (ContentProblem e) {
            throw e;
        } catch (SQLException e) {
            throw new ContentProblem(
                    "table options_prices_live, session " + span.session().date(), e);
        }
    }

    private void row(TableRow row, LegPriceIndex index) throws SQLException {
        if ((++seen & CANCEL_CHECK_MASK) == 0) {
            Cancelling.requireWanted(cancelled);
        }
        if (!row.isText(TIMESTAMP, lastTimestamp)) {
            lookAtTimestamp(row, index);
        }
        if (lastBlock != null) {
            lastBlock.found(row.id());
        }
        if (isLastInSession) {
            add(row);
        }
    }

    /** Rows come in runs of one timestamp. */
    private void lookAtTimestamp(TableRow row, LegPriceIndex index) {
        isUnusual |= !row.isNull(ID); // SQLite keeps no id that is the row's key
        lastTimestamp = row.isText(TIMESTAMP) ? row.copy(TIMESTAMP) : NO_TEXT;
        var text = new String(lastTimestamp, StandardCharsets.UTF_8);
        lastBlock = index.block(text);
        isLastInSession = false;
        if (lastBlock != null) {
            lastInstant = timestamps.parse(text);
            isLastInSession = span.contains(lastInstant);
            isUnusual |= lastInstant == TimestampParser.UNPARSABLE;
        } else {
            isUnusual |= span.ranges().stream().anyMatch(range -> range.contains(text));
        }
    }

    private void add(TableRow row) throws ContentProblem {
        var target = row.isText(SYMBOL, SPX) ? spx : row.isText(SYMBOL, NDX) ? ndx : null;
        if (target != null) {
            target.count();
            target.add(lastInstant, row.id(), right(row), number(row, STRIKE), number(row, BID), number(row, ASK));
        }
    }

    private static @Nullable Right right(TableRow row) {
        if (row.isText(OPTION_TYPE, CALL)) {
            return Right.CALL;
        }
        if (row.isText(OPTION_TYPE, PUT)) {
            return Right.PUT;
        }
        if (!row.isText(OPTION_TYPE)) {
            return null;
        }
        return switch (new String(row.copy(OPTION_TYPE), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT)) {
            case "call" -> Right.CALL;
            case "put" -> Right.PUT;
            default -> null;
        };
    }

    private static double number(TableRow row, int cell) {
        if (!row.isNumber(cell)) {
            return row.isNull(cell) ? RowCursor.NULL : Double.NaN;
        }
        var number = row.number(cell);
        if (Double.isNaN(number)) {
            return RowCursor.NULL; // which is what SQLite takes it for
        }
        return Double.isFinite(number) ? number : Double.NaN;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
