package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.marketdata.sqlite.SessionSpan.TextRange;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a session's leg prices pass by pass, for recordings whose rows are found by an index on the timestamp.
 *
 * <p>The index says which timestamps there are, and between which ids each has its rows. Those are looked at in the order
 * of the table where they lie together, else by the index. Rows are numbered by their order instead of their id, which
 * only counts between rows of one instant.
 */
final class LegPriceScan {

    /** What a recorder writes at once is a few hundred rows. */
    private static final long MOST_IDS = 1 << 16;
    /** Walking over so many ids costs as much as finding one row by the index. */
    private static final int IDS_A_ROW = 4;

    private static final int SMALL_GAP = 1_000;

    /** Rows by integer key, and found between two timestamps without looking at all. */
    private static final String IS_INDEXED = """
            select (select count(*) = 1 and min(lower(name) = 'id' and upper(type) = 'INTEGER')
                from pragma_table_xinfo('options_prices_live') where pk > 0)
              and not exists (select 1 from pragma_index_list('options_prices_live') where origin = 'pk')
              and exists (select 1 from pragma_index_list('options_prices_live') as list,
                  pragma_index_xinfo(list.name) as found
                where list.partial = 0 and found.seqno = 0 and found.name = 'timestamp' collate nocase
                  and found.coll = 'BINARY' and found.desc = 0)""";

    /** Each timestamp by looks into the index, instead of a walk over all the rows that it has. */
    private static final String PASSES = """
            with recursive pass(time) as (
              select (select min(timestamp collate binary) from options_prices_live
                where timestamp collate binary >= ?1 and timestamp collate binary < ?2)
              union all
              select (select min(timestamp collate binary) from options_prices_live
                where timestamp collate binary > pass.time and timestamp collate binary < ?2)
                from pass where pass.time is not null
            )
            select case when octet_length(time) < 100 then time else '' end,
                (select min(id) from options_prices_live where timestamp collate binary = time),
                (select max(id) from options_prices_live where timestamp collate binary = time)
              from pass where time is not null""";

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
    private long rows;
    private boolean isMixed;

    /** The rows of a timestamp, all of which have ids between two. */
    private record Pass(String time, long instant, long first, long last) {

        boolean isNarrow() {
            var ids = last - first;
            return ids >= 0 && ids < MOST_IDS;
        }

        /** Rows between two passes that are near each other are looked at too: the index might have lost them. */
        private long firstBehind(long other) {
            return other < first && other >= first - SMALL_GAP ? other + 1 : first;
        }
    }

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
        // Without the affinity of its column a real number is not checked for being one.
        return "select case when +timestamp collate binary = ?1 then "
                + (isOne ? LegPriceReader.rightBits(0) : "case +index_symbol collate binary" + kinds + " else -4 end")
                + " else " + OF_ANOTHER_TIME
                + " end, +strike, +bid, +ask from options_prices_live %s"
                + (isOne ? " and +index_symbol collate binary = '" + indices.getFirst() + "'" : "")
                + " order by id";
    }

    /** Reads the session; false if that needs another way, and then what the targets have is of no use. */
    boolean read(Connection connection) throws SQLException {
        try {
            if (!isIndexed(connection)) {
                return false;
            }
            var passes = new LinkedHashMap<Long, Pass>();
            for (var range : span.ranges()) {
                if (!addPasses(connection, range, passes)) {
                    return false;
                }
            }
            return read(connection, passes.values());
        } catch (ContentProblem e) {
            throw e;
        } catch (SQLException e) {
            throw new ContentProblem(
                    "table options_prices_live, session " + span.session().date(), e);
        }
    }

    private static boolean isIndexed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(IS_INDEXED)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Adds those of a range that are in the session; false if their rows are not to be told by their order. */
    private boolean addPasses(Connection connection, TextRange range, Map<Long, Pass> passes) throws SQLException {
        try (var statement = connection.prepareStatement(PASSES)) {
            statement.setString(1, range.from());
            statement.setString(2, range.to());
            try (var found = statement.executeQuery()) {
                for (var last = ""; found.next(); ) {
                    var time = found.getString(1);
                    var second = timestamps.parse(time);
                    var isAlone = !span.contains(second)
                            || passes.put(second, new Pass(time, second, found.getLong(2), found.getLong(3))) == null;
                    // A damaged index may lead back to where it was, again and again.
                    if (second == TimestampParser.UNPARSABLE || !isAlone || time.compareTo(last) <= 0) {
                        return false;
                    }
                    last = time;
                }
                return true;
            }
        }
    }

    /** False if there are rows of another timestamp among those of a pass or before them: the index may be damaged. */
    private boolean read(Connection connection, Collection<Pass> passes) throws SQLException {
        try (var together = steps(connection, "not indexed where id between ?2 and ?3");
                var scattered = steps(connection, "where timestamp collate binary = ?1")) {
            var ids = 0L;
            var last = Long.MAX_VALUE;
            for (var pass : passes) {
                Cancelling.requireWanted(cancelled);
                instant = pass.instant();
                if (pass.isNarrow() && ids <= MOST_IDS + IDS_A_ROW * rows) {
                    var first = pass.firstBehind(last);
                    ids += pass.last() - first;
                    together.query().setLong(2, first);
                    together.query().setLong(3, pass.last());
                    visit(together, pass);
                } else {
                    visit(scattered, pass);
                }
                if (isMixed) {
                    return false;
                }
                last = pass.last();
            }
            return true;
        }
    }

    private RowSteps steps(Connection connection, String where) throws SQLException {
        return new RowSteps(connection.prepareStatement(columns.formatted(where)));
    }

    private void visit(RowSteps steps, Pass pass) throws SQLException {
        steps.query().setString(1, pass.time());
        steps.visit(this::row);
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
