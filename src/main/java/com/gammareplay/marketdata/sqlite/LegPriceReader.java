package com.gammareplay.marketdata.sqlite;

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

    private static final String COLUMNS = "strike, option_type, bid, ask";
    private static final int STRIKE = RowScan.ID_COLUMN + 1;
    private static final int OPTION_TYPE = STRIKE + 1;
    private static final int BID = OPTION_TYPE + 1;
    private static final int ASK = BID + 1;
    private static final int UNUSABLE = 0;
    private static final int MOST_STRIKE = 1 << 30;

    private final SessionSpan span;
    private final Map<Index, CoverageCounter> counters;
    private final Map<Index, QuoteColumnsBuilder> builders = new EnumMap<>(Index.class);

    LegPriceReader(SessionSpan span, Map<Index, CoverageCounter> counters) {
        this.span = span;
        this.counters = counters;
        counters.keySet().forEach(index -> builders.put(index, new QuoteColumnsBuilder()));
    }

    Map<Index, QuoteColumnsBuilder> read(Connection connection, RowScan scan) throws SQLException {
        scan.visit(connection, RecorderTable.OPTIONS_PRICES_LIVE, COLUMNS, this::row);
        return builders;
    }

    /** What a recording without the table gives. */
    Map<Index, QuoteColumnsBuilder> none() {
        return builders;
    }

    private void row(Index index, long instant, ResultSet row) throws SQLException {
        var counter = Objects.requireNonNull(counters.get(index));
        if (span.isOutsideHours(instant)) {
            counter.outsideHours();
        }
        var strike = Cells.number(row, STRIKE);
        var right = right(Cells.text(row, OPTION_TYPE));
        if (strike == null || right == null || Math.abs(strike * 100) >= MOST_STRIKE) {
            counter.badContract();
            return;
        }
        var bid = bid(row);
        var ask = ask(row, bid, counter);
        Objects.requireNonNull(builders.get(index))
                .add(row.getLong(RowScan.ID_COLUMN), instant, right, (int) Cents.of(strike), Math.max(bid, 0), ask);
    }

    private static @Nullable Right right(@Nullable String optionType) {
        if ("call".equalsIgnoreCase(optionType)) {
            return Right.CALL;
        }
        return "put".equalsIgnoreCase(optionType) ? Right.PUT : null;
    }

    /** The bid in cents, 0 for null, negative if it makes the quote unusable. */
    private static int bid(ResultSet row) throws SQLException {
        if (Cells.isNull(row, BID)) {
            return 0;
        }
        var bid = Cells.number(row, BID);
        return bid == null || !Cents.isPrice(bid) ? -1 : (int) Cents.of(bid);
    }

    /** The ask in cents, {@link #UNUSABLE} if the quote cannot be traded on. */
    private static int ask(ResultSet row, int bid, CoverageCounter counter) throws SQLException {
        if (Cells.isNull(row, ASK)) {
            counter.nullQuote();
            return UNUSABLE;
        }
        var ask = Cells.number(row, ASK);
        if (ask == null || !Cents.isPrice(ask) || Cents.of(ask) <= 0 || bid < 0) {
            counter.badQuote();
            return UNUSABLE;
        }
        if (Cents.of(ask) < bid) {
            counter.crossedQuote();
            return UNUSABLE;
        }
        return (int) Cents.of(ask);
    }
}
