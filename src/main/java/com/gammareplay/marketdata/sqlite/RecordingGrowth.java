package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.DayOrigin;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of a recording got rows since their days were kept. New rows have higher ids, and are read to see to which
 * hours they belong; rows that were there before are taken to be as they were, until a day is read again and differs.
 * Thread-safe.
 *
 * <p>A write that adds no row must have changed some: then nothing that was read before is trusted any more.
 */
final class RecordingGrowth {

    /** The hour with which a timestamp begins, in all its forms. */
    private static final int HOUR_LENGTH = "YYYY-MM-DD HH".length();

    /** The highest id of each table by the hour of its rows, of the rows behind {@link #from}. */
    private final TreeMap<String, Map<RecorderTable, Long>> hours = new TreeMap<>();

    private final Map<RecorderTable, Long> from = new EnumMap<>(RecorderTable.class);
    /** Of days whose last rows were found to be there. */
    private final Set<RowMarks> found = new HashSet<>();

    private @Nullable RowMarks now;
    private @Nullable FileStamp looked;
    private boolean wasQuiet;
    /** Days that were read before this are not trusted, nor those that went as far in another state of the file. */
    private @Nullable RowMarks trustedFrom;

    private String trustedState = "";

    /**
     * Whether what was read of a session still holds all rows of it, as far as that can be told by new rows.
     *
     * @param stamp present one of the recording's file
     * @param isQuiet whether it was written to long enough ago that no other write could have the same stamp
     */
    synchronized boolean isUntouched(
            DayOrigin origin, SessionSpan span, FileStamp stamp, boolean isQuiet, RecordingConnections connections) {
        if (!stamp.equals(looked) || !wasQuiet) {
            look(stamp, connections);
            wasQuiet = isQuiet;
        }
        var present = now;
        var kept = RowMarks.parse(origin.rows()).orElse(null);
        if (present == null || kept == null || !isTrusted(kept, origin)) {
            return false;
        }
        if (!hasGrown(kept, present)) {
            distrust(stamp);
            return false;
        }
        return (found.contains(kept) || connections.read(connection -> extend(connection, kept, present)))
                && !hasNewRows(kept, span);
    }

    /** Lets go of whatever was read in another state of the file: a row may be another one than it was. */
    synchronized void distrust(FileStamp stamp, RecordingConnections connections) {
        look(stamp, connections);
        wasQuiet = false;
        distrust(stamp);
    }

    private void distrust(FileStamp stamp) {
        trustedFrom = now;
        trustedState = stamp.toString();
    }

    private void look(FileStamp stamp, RecordingConnections connections) {
        connections.read(connection -> look(connection, Tables.of(connection), stamp));
        looked = stamp;
    }

    private boolean isTrusted(RowMarks kept, DayOrigin origin) {
        var first = trustedFrom;
        if (first == null) {
            return true;
        }
        var isLater = hasGrown(first, kept) || origin.state().equals(trustedState);
        return isLater && first.tables().keySet().stream().allMatch(table -> kept.id(table) >= first.id(table));
    }

    /** Without a new row the recording was changed in another way since. */
    private static boolean hasGrown(RowMarks kept, RowMarks present) {
        return present.tables().keySet().stream().anyMatch(table -> present.id(table) > kept.id(table));
    }

    private Optional<RowMarks> look(Connection connection, Tables tables, FileStamp stamp) throws SQLException {
        var marks = RowMarks.of(connection, tables, stamp);
        var before = now;
        now = marks.orElse(null);
        if (marks.isEmpty() || before == null || !before.areIn(connection, marks.get())) {
            forget();
            if (before != null) { // its last rows went, so others may have too
                distrust(stamp);
            }
        } else if (hasGrown(before, marks.get())) {
            for (var table : tables.present()) {
                addHours(connection, table, before.id(table), marks.get().id(table));
            }
        } else if (looked != null && !stamp.equals(looked)) {
            distrust(stamp);
        }
        return marks;
    }

    private void forget() {
        hours.clear();
        from.clear();
        found.clear();
        trustedFrom = null;
        if (now != null) {
            now.tables().forEach((table, mark) -> from.put(table, mark.id()));
        }
    }

    /** Looks back to where a day ended, and whether the recording still has the last rows of then. */
    private boolean extend(Connection connection, RowMarks kept, RowMarks present) throws SQLException {
        if (!kept.areIn(connection, present)) {
            return false;
        }
        for (var table : present.tables().keySet()) {
            var first = from.getOrDefault(table, Long.MIN_VALUE);
            if (kept.id(table) < first) {
                addHours(connection, table, kept.id(table), first);
                from.put(table, kept.id(table));
            }
        }
        found.add(kept);
        return true;
    }

    private void addHours(Connection connection, RecorderTable table, long after, long last) throws SQLException {
        if (after >= last) {
            return;
        }
        var sql = "select substr(timestamp, 1, " + HOUR_LENGTH + "), max(id) from " + table.tableName()
                + " not indexed where id > ? and id <= ? group by 1";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var hour = String.valueOf(rows.getString(1));
                    hours.computeIfAbsent(hour, _ -> new EnumMap<>(RecorderTable.class))
                            .merge(table, rows.getLong(2), Math::max);
                }
            }
        }
    }

    private boolean hasNewRows(RowMarks kept, SessionSpan span) {
        return span.ranges().stream()
                .flatMap(range -> hours.subMap(range.from(), range.to()).values().stream())
                .flatMap(last -> last.entrySet().stream())
                .anyMatch(last -> last.getValue() > kept.id(last.getKey()));
    }
}
