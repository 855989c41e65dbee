package com.gammareplay.marketdata.sqlite;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the first and the last session of a recording: from the one on, and up to the other, it has both peaks (or chains)
 * and leg prices. Looked for from both ends of the index on the timestamp.
 */
final class SessionFinder {

    /** No text of a session of the calendar is before the one, or from the other on: no zone is further from New York. */
    static final String REACH_FROM = ExchangeCalendar.FIRST.minusDays(1).toString();

    static final String REACH_TO = ExchangeCalendar.LAST.plusDays(2).toString();

    private static final String WITHIN = " where timestamp >= ? and timestamp < ? ";

    private final Connection connection;
    private final Tables tables;
    private final ZoneId zone;
    private final TimestampParser timestamps;
    private final ExchangeCalendar calendar = new ExchangeCalendar();

    /** From which end a table is looked through. */
    private enum End {
        FIRST,
        LAST
    }

    SessionFinder(Connection connection, Tables tables, ZoneId zone) {
        this.connection = connection;
        this.tables = tables;
        this.zone = zone;
        this.timestamps = new TimestampParser(zone);
    }

    /** Empty if no table has a row of a session, or if peaks and leg prices have no session between them. */
    Optional<SessionRange> find() throws SQLException {
        var recordedPeaks = range(RecorderTable.GEX_PEAKS);
        var peaks = recordedPeaks.isPresent() ? recordedPeaks : range(RecorderTable.OPTIONS_SNAPSHOTS);
        var legPrices = range(RecorderTable.OPTIONS_PRICES_LIVE);
        return peaks.isPresent() && legPrices.isPresent()
                ? peaks.get().and(legPrices.get())
                : peaks.or(() -> legPrices);
    }

    /** The first and the last session of which a table has a row; empty if it is missing or has none. */
    private Optional<SessionRange> range(RecorderTable table) throws SQLException {
        if (!tables.has(table)) {
            return Optional.empty();
        }
        try {
            if (!RowCounter.isIndexed(connection, table)) {
                return scanned(table);
            }
            var first = session(table, End.FIRST);
            return first.isEmpty()
                    ? Optional.empty()
                    : session(table, End.LAST).map(last -> new SessionRange(first.get(), last));
        } catch (SQLException e) {
            throw new ContentProblem("table " + table.tableName(), e);
        }
    }

    /** The same by a scan of the whole table, instead of one for each look. */
    private Optional<SessionRange> scanned(RecorderTable table) throws SQLException {
        var dates = new TreeSet<LocalDate>();
        var sql = "select distinct " + RowScan.TIMESTAMP + " from " + table.tableName() + WITHIN + "and "
                + RecorderTable.KNOWN_SYMBOL;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, REACH_FROM);
            statement.setString(2, REACH_TO);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var instant = timestamps.parse(rows.getString(1));
                    if (instant != TimestampParser.UNPARSABLE) {
                        dates.add(NewYork.date(instant));
                    }
                }
            }
        }
        dates.removeIf(
                date -> !ExchangeCalendar.covers(date) || calendar.session(date).isEmpty());
        return dates.isEmpty() ? Optional.empty() : Optional.of(new SessionRange(dates.first(), dates.last()));
    }

    /** Each date found in a text stands for itself and its neighbours: the zone says to which of them a row belongs. */
    private Optional<LocalDate> session(RecorderTable table, End end) throws SQLException {
        var from = REACH_FROM;
        var to = REACH_TO;
        for (var date = date(table, end, from, to); date.isPresent(); date = date(table, end, from, to)) {
            for (var session : sessionsAround(date.get(), end)) {
                if (hasRow(table, session)) {
                    return Optional.of(session.date());
                }
            }
            from = end == End.FIRST ? DateTexts.behind(date.get()) : from;
            to = end == End.LAST ? date.get() : to;
        }
        return Optional.empty();
    }

    /** The first or the last text that looks like a date, without what follows the date in it. */
    private Optional<String> date(RecorderTable table, End end, String from, String to) throws SQLException {
        var sql = "select substr(timestamp, 1, " + DateTexts.LENGTH + ") from " + table.tableName() + WITHIN
                + "and timestamp glob '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' order by timestamp "
                + (end == End.FIRST ? "asc" : "desc") + " limit 1";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, from);
            statement.setString(2, to);
            try (var rows = statement.executeQuery()) {
                // A damaged index may lead back to where it was, again and again.
                return rows.next()
                        ? Optional.of(rows.getString(1))
                                .filter(date -> date.compareTo(from) >= 0 && date.compareTo(to) < 0)
                        : Optional.empty();
            }
        }
    }

    private List<Session> sessionsAround(String text, End end) {
        var sessions = DateTexts.date(text)
                .map(date -> Stream.of(date.minusDays(1), date, date.plusDays(1)))
                .orElse(Stream.empty())
                .filter(ExchangeCalendar::covers)
                .flatMap(date -> calendar.session(date).stream())
                .toList();
        return end == End.FIRST ? sessions : sessions.reversed();
    }

    /** Timestamps alone are read from the index, which is fast; only once one fits, rows have to tell their symbols. */
    private boolean hasRow(RecorderTable table, Session session) throws SQLException {
        return hasRow(table, session, "") && hasRow(table, session, "and " + RecorderTable.KNOWN_SYMBOL);
    }

    private boolean hasRow(RecorderTable table, Session session, String condition) throws SQLException {
        var span = SessionSpan.of(session, zone);
        var sql = "select distinct " + RowScan.TIMESTAMP + " from " + table.tableName() + WITHIN + condition
                + " order by timestamp";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, span.fromText());
            statement.setString(2, span.toText());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (span.contains(timestamps.parse(rows.getString(1)))) {
                        return true;
                    }
                }
                return false;
            }
        }
    }
}
