package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.ChainColumns;
import com.gammareplay.marketdata.columns.PriceColumns;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a session's option snapshots: index price, VIX and, where needed, the chain of this session's expiration. */
final class SnapshotReader {

    private static final int PRICE = RowScan.ID_COLUMN + 1;
    private static final int VIX = PRICE + 1;
    private static final int EXPIRATION = VIX + 1;
    private static final int CHAIN = EXPIRATION + 1;

    /** Ten times those of a thousand contracts every minute. */
    private static final int MOST_ENTRIES = 1 << 22;

    private final SessionSpan span;
    private final boolean needsChains;
    private final Map<Index, CoverageCounter> counters;
    private final PriceReader prices = new PriceReader();
    private final Map<Index, TreeMap<Long, OptionChain>> chains = new EnumMap<>(Index.class);
    private long entries;

    SnapshotReader(SessionSpan span, boolean needsChains, Map<Index, CoverageCounter> counters) {
        this.span = span;
        this.needsChains = needsChains;
        this.counters = counters;
    }

    void read(Connection connection, RowScan scan) throws SQLException {
        var columns = new ArrayList<>(List.of("underlying_price", "vix", "expiration"));
        if (needsChains) {
            columns.add("chain_data");
        }
        scan.visit(connection, RecorderTable.OPTIONS_SNAPSHOTS, columns, this::row);
    }

    private void row(Index index, long instant, ResultSet row) throws SQLException {
        var counter = Objects.requireNonNull(counters.get(index));
        if (!span.session().date().toString().equals(Cells.text(row, EXPIRATION))) {
            counter.otherExpiration();
            return;
        }
        prices.add(index, instant, row, PRICE, VIX, counter);
        if (needsChains) {
            chain(index, instant, Cells.textOfBytes(row, CHAIN), counter);
        }
    }

    private void chain(Index index, long instant, @Nullable String text, CoverageCounter counter)
            throws ContentProblem {
        var chain = ChainParser.parse(text, counter);
        if (chain.isEmpty()) {
            counter.badChain();
        }
        chains.computeIfAbsent(index, _ -> new TreeMap<>()).put(instant, chain.orElse(OptionChain.EMPTY));
        entries += chain.map(found -> found.entries().size()).orElse(0);
        if (entries > MOST_ENTRIES) {
            throw new ContentProblem("table options_snapshots has more than " + MOST_ENTRIES + " chain entries on "
                    + span.session().date());
        }
    }

    PriceColumns prices(Index index) {
        return prices.columns(index);
    }

    /** The first chain of the session that has a contract, {@link OptionChain#EMPTY} without one. */
    OptionChain firstChain(Index index) {
        return chains.getOrDefault(index, new TreeMap<>()).values().stream()
                .filter(chain -> !chain.entries().isEmpty())
                .findFirst()
                .orElse(OptionChain.EMPTY);
    }

    ChainColumns chains(Index index) {
        return new ChainColumns(chains.getOrDefault(index, new TreeMap<>()));
    }
}
