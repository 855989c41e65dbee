package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.marketdata.sqlite.PassFinder.Pass;
import com.gammareplay.marketdata.sqlite.SessionSpan.TextRange;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session's leg prices pass by pass, for recordings whose rows are found by an index on the timestamp.
 *
 * <p>A pass is looked at in the order of the table where its rows lie together, else by the index. Rows are numbered by
 * their order instead of their id, which only counts between rows of one instant.
 */
final class LegPriceScan {

    /** What a recorder writes at once is a few hundred rows. */
    private static final long MOST_IDS = 1 << 16;
    /** Walking over so many ids costs as much as finding one row by the index. */
    private static final int IDS_A_ROW = 4;

    private static final int SMALL_GAP = 1_000;

    private static final int OF_ANOTHER_TIME = -8;
    private static final int KIND = 0;
    private static final int STRIKE = 1;
    private static final int BID = 2;
    private static final int ASK = 3;

    private final SessionSpan span;
    private final TimestampParser timestamps;
    private final List<LegPriceRows> targets;
    private final String columns;
    private final BooleanSupplier cancelled;
    private long instant;
    private long last = Long.MAX_VALUE;
    private long ids;
    private long rows;
    private boolean isMixed;

    LegPriceScan(
            SessionSpan span, TimestampParser timestamps, Map<Index, LegPriceRows> targets, BooleanSupplier cancelled) {
        this.span = span;
        this.timestamps = timestamps;
        this.targets = List.copyOf(targets.values());
        this.columns = columns(List.copyOf(targets.keySet()));
        this.cancelled = cancelled;
    }

    /** What each row has to tell: its index and right as one number, negative for other symbols, and its numbers. */
    private static String columns(List<Index> indices) {
        // The right is written once for each index: to add numbers would be one more step of SQLite's for each row.
        var kinds = IntStream.range(0, indices.size())
                .mapToObj(place -> " when '" + indices.get(place) + "' then "
                        + LegPriceReader.rightBits(place << LegPriceReader.RIGHT_BITS))
                .collect(Collectors.joining());
        var isOne = indices.size() == 1;
        // By the affinity of its column, which a plus takes away, SQLite would try to make a number of each timestamp.
        return "select case when +timestamp collate binary = ?1 then "
                + (isOne ? LegPriceReader.rightBits(0) : "case +index_symbol collate binary" + kinds + " else -4 end")
                + " else " + OF_ANOTHER_TIME
                + " end, strike, bid, ask from options_prices_live %s"
                + (isOne ? " and +index_symbol collate binary = '" + indices.getFirst() + "'" : "")
                + " order by id";
    }

    /** Reads the session; false if that needs another way, and then what the targets have is of no use. */
    boolean read(Connection connection) throws SQLException {
        try {
            return PassFinder.isIndexed(connection) && readPasses(connection);
        } catch (ContentProblem e) {
            throw e;
        } catch (SQLException e) {
            throw new ContentProblem(
                    "table options_prices_live, session " + span.session().date(), e);
        }
    }

    /** Finds all passes before it reads any, so that nothing is read twice of a session that needs the other way. */
    private boolean readPasses(Connection connection) throws SQLException {
        var passes = new LinkedHashMap<Long, Pass>();
        try (var finder = new PassFinder(connection)) {
            for (var range : span.ranges()) {
                if (!addPasses(range, finder, passes)) {
                    return false;
                }
            }
        }
        try (var together = new RowSteps(connection, columns.formatted("not indexed where id between ?2 and ?3"));
                var scattered = new RowSteps(connection, columns.formatted("where timestamp collate binary = ?1"))) {
            for (var pass : passes.entrySet()) {
                Cancelling.requireWanted(cancelled);
                instant = pass.getKey();
                read(pass.getValue(), together, scattered);
                if (isMixed) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Adds those of a range that are in the session, by instant; false if their rows are not to be told by their order. */
    private boolean addPasses(TextRange range, PassFinder finder, Map<Long, Pass> passes) throws SQLException {
        var left = range;
        @Nullable Pass latest = null;
        for (var pass = finder.first(left); pass != null; pass = finder.first(left)) {
            Cancelling.requireWanted(cancelled);
            var second = timestamps.parse(pass.time());
            var isAlone = !span.contains(second) || passes.put(second, pass) == null;
            // A damaged index may lead back to where it was, again and again.
            if (second == TimestampParser.UNPARSABLE || !isAlone || pass.time().compareTo(left.from()) < 0) {
                return false;
            }
            left = PassFinder.behind(pass, range);
            latest = pass;
        }
        return finder.isLast(latest, range);
    }

    private void read(Pass pass, RowSteps together, RowSteps scattered) throws SQLException {
        var width = pass.last() - pass.first();
        if (width >= 0 && width < MOST_IDS && ids <= MOST_IDS + IDS_A_ROW * rows) {
            var first = firstBehindLast(pass.first());
            ids += pass.last() - first;
            together.visit(this::row, pass.time(), first, pass.last());
        } else {
            scattered.visit(this::row, pass.time());
        }
        last = pass.last();
    }

    /** Rows between two passes that are near each other are looked at too: the index might have lost them. */
    private long firstBehindLast(long first) {
        return last < first && last >= first - SMALL_GAP ? last + 1 : first;
    }

    private void row(RowSteps row) throws SQLException {
        var kind = row.integer(KIND);
        if (kind >= 0) {
            var target = targets.get(kind >> LegPriceReader.RIGHT_BITS);
            var right = LegPriceReader.right(kind);
            target.count();
            target.add(instant, rows++, right, row.number(STRIKE), row.number(BID), row.number(ASK));
        }
        isMixed |= kind == OF_ANOTHER_TIME;
    }
}
