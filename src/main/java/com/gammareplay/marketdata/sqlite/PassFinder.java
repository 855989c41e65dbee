package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.sqlite.SessionSpan.TextRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds a recorder's passes by the index on the timestamp, which says between which ids each has its rows. */
final class PassFinder implements AutoCloseable {

    private static final String IS_INDEXED = """
            select exists (select 1 from pragma_index_list('options_prices_live') as list,
                pragma_index_xinfo(list.name) as found
              where list.partial = 0 and found.seqno = 0 and found.name = 'timestamp' collate nocase
                and found.coll = 'BINARY' and found.desc = 0)""";

    /** Two looks into the index, instead of a walk over all the rows of a pass. */
    private static final String NEXT = """
            select case when octet_length(timestamp) < 100 then timestamp else '' end, id,
                (select max(id) from options_prices_live where timestamp collate binary = pass.timestamp)
              from options_prices_live as pass
              where timestamp collate binary >= ?1 and timestamp collate binary < ?2
              order by timestamp collate binary, id limit 1""";

    private static final String LAST = """
            select id from options_prices_live
              where timestamp collate binary >= ?1 and timestamp collate binary < ?2
              order by timestamp collate binary desc, id desc limit 1""";

    private final RowSteps next;
    private final RowSteps end;
    private @Nullable Pass found;
    private @Nullable Long last;

    /** A timestamp, all of whose rows have ids between two; of a very long one the text is empty. */
    record Pass(String time, long first, long last) {}

    PassFinder(Connection connection) throws SQLException {
        this.next = new RowSteps(connection, NEXT);
        this.end = new RowSteps(connection, LAST);
    }

    /** True if rows are found between two timestamps without looking at all. */
    static boolean isIndexed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(IS_INDEXED)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** The first pass of a range, null without one. */
    @Nullable
    Pass first(TextRange range) throws SQLException {
        found = null;
        next.visit(row -> found = new Pass(row.text(0), row.whole(1), row.whole(2)), range.from(), range.to());
        return found;
    }

    /**
     * True if a range ends with a pass, as the end of the index tells; without a pass, if it is empty. If not, a key that
     * is out of order has ended the walk before.
     */
    boolean isLast(@Nullable Pass pass, TextRange range) throws SQLException {
        last = null;
        end.visit(row -> last = row.whole(0), range.from(), range.to());
        return Objects.equals(last, pass == null ? null : pass.last());
    }

    /** What is left of a range behind a pass. */
    static TextRange behind(Pass pass, TextRange range) {
        return new TextRange(pass.time() + Character.MIN_VALUE, range.to());
    }

    @Override
    public void close() throws SQLException {
        try (end) {
            next.close();
        }
    }
}
