package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.sqlite.SessionSpan.TextRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SQLite's index on the timestamp says of a session's leg prices: where to find them in the table, and how many
 * there must be.
 */
final class LegPriceIndex {

    /** No recorder writes as many rows at once: those of a timestamp lie far from each other. */
    private static final long MOST_ROWS_AT_ONCE = 1 << 16;
    /** Reading some rows of others costs less than looking for the next of the session's own. */
    private static final int SMALL_GAP = 1_000;
    /** Ids before and after a run that are looked at too: a row there which the index does not lead to is a sign of damage. */
    private static final int NEIGHBOURS = 1 << 6;
    /** With more, each is too short to be worth a look for it. */
    private static final int MOST_RUNS = 1 << 8;
    /** More than a session has seconds. */
    private static final int MOST_BLOCKS = 1 << 17;

    /**
     * Each timestamp by looks into the index, instead of a walk over all the rows that it has. The limit ends it even if
     * the index is damaged and leads back to where it was.
     */
    private static final String BLOCKS = """
            with recursive block(instant) as (
              select (select min(timestamp) from options_prices_live where timestamp >= ? and timestamp < ?)
              union all
              select (select min(timestamp) from options_prices_live where timestamp > block.instant and timestamp < ?)
                from block where block.instant is not null limit\s""" + (MOST_BLOCKS + 1) + """
            )
            select instant, (select min(id) from options_prices_live where timestamp = instant),
                (select max(id) from options_prices_live where timestamp = instant)
              from block where instant is not null""";

    private final Map<String, Block> blocks = new HashMap<>();

    /** Rows that lie together: those of the session have their ids in runs. */
    record Run(long first, long last) {

        private boolean touches(Run next) {
            return next.first <= last || isWithin(SMALL_GAP, last, next.first);
        }

        private Run and(Run next) {
            return new Run(first, Math.max(last, next.last));
        }

        private Run widened() {
            return new Run(
                    Math.max(first, Long.MIN_VALUE + NEIGHBOURS) - NEIGHBOURS,
                    Math.min(last, Long.MAX_VALUE - NEIGHBOURS) + NEIGHBOURS);
        }
    }

    /** The rows of a timestamp, as the index has them and as they are found in the table. */
    static final class Block {

        private final Run expected;
        private long first;
        private long last;
        private boolean isFound;

        private Block(Run expected) {
            this.expected = expected;
        }

        /** Takes note of a row of this timestamp, by rising id. */
        void found(long id) {
            if (!isFound) {
                isFound = true;
                first = id;
            }
            last = id;
        }

        private boolean isAsExpected() {
            return isFound && first == expected.first() && last == expected.last();
        }
    }

    private LegPriceIndex() {}

    /** Looks into the index; null if no table has been written like that. */
    static @Nullable LegPriceIndex of(Connection connection, List<TextRange> ranges) throws SQLException {
        var index = new LegPriceIndex();
        for (var range : ranges) {
            if (!index.addBlocks(connection, range)) {
                return null;
            }
        }
        return index;
    }

    private boolean addBlocks(Connection connection, TextRange range) throws SQLException {
        try (var statement = connection.prepareStatement(BLOCKS)) {
            statement.setString(1, range.from());
            statement.setString(2, range.to());
            statement.setString(3, range.to());
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    var run = new Run(found.getLong(2), found.getLong(3));
                    var isNew = blocks.put(found.getString(1), new Block(run)) == null;
                    if (!isNew
                            || blocks.size() > MOST_BLOCKS
                            || !isWithin(MOST_ROWS_AT_ONCE - 1, run.first(), run.last())) {
                        return false;
                    }
                }
                return true;
            }
        }
    }

    /** True if one number is at most so much greater than another, however far apart they are. */
    private static boolean isWithin(long most, long from, long to) {
        var distance = to - from;
        return to >= from && distance >= 0 && distance <= most;
    }

    /** Where the session's rows lie, by rising id; null if that is all over the table, or nowhere. */
    @Nullable
    List<Run> runs() {
        var runs = new ArrayList<Run>();
        var sorted = blocks.values().stream()
                .map(block -> block.expected.widened())
                .sorted(Comparator.comparingLong(Run::first))
                .toList();
        for (var run : sorted) {
            if (!runs.isEmpty() && runs.getLast().touches(run)) {
                runs.add(runs.removeLast().and(run));
            } else {
                runs.add(run);
            }
        }
        return runs.isEmpty() || runs.size() > MOST_RUNS ? null : runs;
    }

    /** The rows of a timestamp, null if it has none in the session. */
    @Nullable
    Block block(String timestamp) {
        return blocks.get(timestamp);
    }

    /** True if each timestamp has its first and its last row where the index says. */
    boolean isAsFound() {
        return blocks.values().stream().allMatch(Block::isAsExpected);
    }
}
