package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.QuoteColumns;
import com.gammareplay.marketdata.columns.QuoteColumnsBuilder;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a session's leg prices into columns. */
final class LegPriceReader {

    private static final int UNKNOWN = 0;
    private static final int CALL = 1;
    private static final int PUT = 2;
    // Numbers instead of texts, for the driver is slow in making texts.
    private static final String COLUMNS = "strike, case +option_type collate nocase when 'call' then " + CALL
            + " when 'put' then " + PUT + " else " + UNKNOWN + " end, bid, ask";
    private static final int STRIKE = RowScan.ID_COLUMN + 1;
    private static final int OPTION_TYPE = STRIKE + 1;
    private static final int BID = OPTION_TYPE + 1;
    private static final int ASK = BID + 1;
    private static final int UNUSABLE = 0;
    /** Twenty times a dense recording's. */
    private static final int MOST_ROWS = 1 << 22;

    private final SessionSpan span;
    private final Map<Index, CoverageCounter> counters;
    private final Map<Index, QuoteColumnsBuilder> builders = new EnumMap<>(Index.class);

    LegPriceReader(SessionSpan span, Map<Index, CoverageCounter> counters) {
        this.span = span;
        this.counters = counters;
        counters.keySet().forEach(index -> builders.put(index, new QuoteColumnsBuilder()));
    }

    void read(Connection connection, RowScan scan) throws SQLException {
        scan.visit(connection, RecorderTable.OPTIONS_PRICES_LIVE, COLUMNS, this::row);
    }

    private void row(Index index, long instant, ResultSet row) throws SQLException {
        var counter = Objects.requireNonNull(counters.get(index));
        if (span.isOutsideHours(instant)) {
            counter.outsideHours();
        }
        var strike = Cells.strike(row, STRIKE);
        var type = row.getInt(OPTION_TYPE);
        if (strike == null || type == UNKNOWN) {
            counter.badContract();
            return;
        }
        var bid = bid(row.getObject(BID));
        var ask = ask(row.getObject(ASK), bid, counter);
        var builder = Objects.requireNonNull(builders.get(index));
        builder.add(
                row.getLong(RowScan.ID_COLUMN),
                instant,
                type == CALL ? Right.CALL : Right.PUT,
                (int) Cents.of(strike),
                Math.max(bid, 0),
                ask);
        if (builder.size() > MOST_ROWS) {
            throw new ContentProblem("table options_prices_live has more than " + MOST_ROWS + " rows of " + index
                    + " on " + span.session().date());
        }
    }

    /** The bid in cents, 0 for null, negative if it makes the quote unusable. */
    private static int bid(@Nullable Object cell) {
        if (cell == null) {
            return 0;
        }
        return cell instanceof Number bid && bid.doubleValue() >= 0 && Cents.isPrice(bid.doubleValue())
                ? (int) Cents.of(bid.doubleValue())
                : -1;
    }

    /** The ask in cents, {@link #UNUSABLE} if the quote cannot be traded on. */
    private static int ask(@Nullable Object cell, int bid, CoverageCounter counter) {
        if (cell == null) {
            counter.nullQuote();
            return UNUSABLE;
        }
        if (bid < 0
                || !(cell instanceof Number number)
                || !Cents.isPrice(number.doubleValue())
                || Cents.of(number.doubleValue()) <= 0) {
            counter.badQuote();
            return UNUSABLE;
        }
        var ask = (int) Cents.of(number.doubleValue());
        if (ask < bid) {
            counter.crossedQuote();
            return UNUSABLE;
        }
        return ask;
    }

    /** The columns of an index. */
    QuoteColumns columns(Index index) throws ContentProblem {
        var builder = builder(index);
        var cells = builder.cells();
        if (cells > QuoteColumnsBuilder.MOST_CELLS) {
            throw new ContentProblem("table options_prices_live has too many strikes at too many instants of " + index
                    + " on " + span.session().date() + ": " + cells + " quotes, at most "
                    + QuoteColumnsBuilder.MOST_CELLS + " can be replayed");
        }
        return builder.build();
    }

    QuoteColumnsBuilder builder(Index index) {
        return Objects.requireNonNull(builders.get(index));
    }
}
