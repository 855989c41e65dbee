package com.gammareplay;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts anew by plain SQL what the service says of a recording in UTC; shares no code with it. */
final class CoverageRecount implements AutoCloseable {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<LocalDate> EARLY = Set.of(LocalDate.of(2025, 11, 28));
    private static final List<String> CHECKS =
            List.of("09:36", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30", "13:00");

    private static final String TABLES = """
            create temp table legs as select id, cast(strftime('%s', timestamp) as integer) t, strike,
              lower(option_type) type, cast(round(bid * 100) as integer) bid, cast(round(ask * 100) as integer) ask
              from options_prices_live where +index_symbol = :index and timestamp between :first and :last
              and lower(option_type) in ('call', 'put');
            create temp table others as select id from options_prices_live where +index_symbol = :index
              and timestamp between :first and :last and lower(option_type) not in ('call', 'put');
            create temp table context as select distinct timestamp from market_context where +index_symbol = :index
              and timestamp between :first and :last union all select distinct timestamp from options_snapshots
              where +index_symbol = :index and timestamp between :first and :last and expiration = :date;
            create temp table expired as select id from options_snapshots where +index_symbol = :index
              and timestamp between :first and :last and expiration <> :date;
            create temp table quoted as select distinct t from legs;
            create temp table peaks as select distinct cast(strftime('%s', timestamp) as integer) t from gex_peaks
              where +index_symbol = :index and peak_rank = 1 and timestamp between :first and :last;
            create temp table ticks as with recursive n(t) as
              (select :open union all select t + 30 from n where t < :close) select t from n;
            create temp table ages as select ticks.t - (select max(t) from quoted where t <= ticks.t) age from ticks;
            create temp table stretches as select t - lag(t) over (order by t) s from
              (select :open t union select :close union select t from quoted where t between :open and :close);
            create temp table distances as select t - lag(t) over (order by t) s from quoted
              where t between :open and :close""";

    private final Connection connection;

    CoverageRecount(Path recording) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:file:" + recording + "?immutable=1");
    }

    private void look(String index, LocalDate date) throws SQLException {
        var open = date.atTime(9, 30).atZone(NEW_YORK).toEpochSecond();
        var tables = TABLES.replace(":index", "'" + index + "'")
                .replace(":first", "'" + text(date.atStartOfDay(NEW_YORK).toInstant()) + "'")
                .replace(
                        ":last",
                        "'"
                                + text(date.plusDays(1)
                                        .atStartOfDay(NEW_YORK)
                                        .toInstant()
                                        .minusSeconds(1)) + "'")
                .replace(":open", String.valueOf(open))
                .replace(":close", String.valueOf(close(date)))
                .replace(":date", "'" + date + "'");
        try (var statement = connection.createStatement()) {
            for (var table : tables.split(";", -1)) {
                statement.execute("drop table if exists temp." + table.strip().split(" ", -1)[3]);
                statement.execute(table);
            }
        }
    }

    private static long close(LocalDate date) {
        return date.atTime(EARLY.contains(date) ? 13 : 16, 0).atZone(NEW_YORK).toEpochSecond();
    }

    private static String text(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "");
    }

    private @Nullable Long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                return null;
            }
            var number = rows.getLong(1);
            return rows.wasNull() ? null : (Long) number;
        }
    }

    private long[] numbers(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private static final Map<String, String> COUNTS = new TreeMap<>(Map.ofEntries(
            Map.entry("ticks", "select count(*) from ticks"),
            Map.entry("ticksWithQuotes", "select count(*) from ages where age <= 90"),
            Map.entry("staleTicks", "select count(*) from ages where age is null or age > 90"),
            Map.entry("gaps", "select count(*) from stretches where s > 90"),
            Map.entry("longestGap", "select coalesce(max(s), 0) from stretches where s > 90"),
            Map.entry("quoteTimes", "select count(*) from quoted"),
            Map.entry("peakSnapshots", "select count(*) from peaks"),
            Map.entry("contextRows", "select count(*) from context"),
            Map.entry("otherExpirations", "select count(*) from expired"),
            Map.entry("badContracts", "select count(*) from others"),
            Map.entry("legPrices", "select count(*) from legs"),
            Map.entry("nullQuotes", "select count(*) from legs where ask is null"),
            Map.entry(
                    "badQuotes",
                    "select count(*) from legs where ask is not null and (ask <= 0 or coalesce(bid, 0) < 0)"),
            Map.entry("crossedQuotes", "select count(*) from legs where ask > 0 and ask < bid"),
            Map.entry(
                    "duplicateQuotes",
                    "select count(*) - count(distinct t || ' ' || strike || ' ' || type) from legs")));

    /** Every count of an index in a session, as text, by the name of its field. */
    Map<String, String> counts(LocalDate date, String index) throws SQLException {
        look(index, date);
        var counts = new TreeMap<String, String>();
        for (var count : COUNTS.entrySet()) {
            counts.put(count.getKey(), String.valueOf(number(count.getValue())));
        }
        var open = date.atTime(9, 30).atZone(NEW_YORK).toEpochSecond();
        counts.put(
                "outsideHours",
                String.valueOf(number("select count(*) from legs where t < " + open + " or t > " + close(date))));
        var checks = checks(date);
        counts.put("checks", String.join(" ", checks));
        counts.put(
                "missingChecks",
                String.valueOf(checks.stream()
                        .filter(check -> check.contains("=null/"))
                        .count()));
        counts.put(
                "longestGaps",
                Arrays.stream(numbers("select s from stretches where s > 90 order by s desc limit 5"))
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" ")));
        return counts;
    }

    /** The same of what the service answered. */
    static Map<String, String> told(JsonNode coverage) {
        var told = new TreeMap<String, String>();
        for (var field : COUNTS.keySet()) {
            told.put(field, coverage.path(field).toString());
        }
        told.put("outsideHours", coverage.path("outsideHours").toString());
        told.put("missingChecks", coverage.path("missingChecks").toString());
        told.put(
                "checks",
                coverage.path("checks")
                        .valueStream()
                        .map(check -> check.path("checkTime").asString() + "="
                                + check.path("snapshot").asString("null") + "/" + check.path("secondsBefore") + "/"
                                + check.path("secondsAfter"))
                        .collect(Collectors.joining(" ")));
        told.put(
                "longestGaps",
                coverage.path("longestGaps")
                        .valueStream()
                        .map(gap -> gap.path("seconds").toString())
                        .collect(Collectors.joining(" ")));
        return told;
    }

    /** Each as time, snapshot that is used, seconds from the one before, seconds to the one after. */
    private List<String> checks(LocalDate date) throws SQLException {
        var checks = new ArrayList<String>();
        for (var time : CHECKS) {
            var check = check(date, time);
            if (check < close(date)) {
                var used = number("select (select max(t) from peaks where t <= ticks.t) s from ticks where t between "
                        + check + " and " + (check + 120) + " and t < " + close(date) + " and s >= " + (check - 90)
                        + " order by t limit 1");
                checks.add(time + "=" + (used == null ? "null" : Instant.ofEpochSecond(used)) + "/"
                        + number("select " + check + " - max(t) from peaks where t <= " + check) + "/"
                        + number("select min(t) - " + check + " from peaks where t > " + check));
            }
        }
        return checks;
    }

    private static long check(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toEpochSecond();
    }

    /** The distance that 95 % of those between two instants with leg prices do not exceed, over some sessions. */
    long distance(List<LocalDate> dates, String index) throws SQLException {
        var distances = new ArrayList<Long>();
        for (var date : dates) {
            look(index, date);
            Arrays.stream(numbers("select s from distances where s is not null"))
                    .forEach(distances::add);
        }
        return least(distances);
    }

    /** How many ticks of a session see a quote within a limit, of how many. */
    long[] seen(LocalDate date, String index, long limit) throws SQLException {
        look(index, date);
        return numbers("select count(*) from ages where age <= " + limit + " union all select count(*) from ages");
    }

    /** The least limit that finds a snapshot at 95 % of the checks of some sessions. */
    long before(List<LocalDate> dates, String index) throws SQLException {
        var wanted = new ArrayList<Long>();
        for (var date : dates) {
            look(index, date);
            for (var time : CHECKS) {
                var check = check(date, time);
                if (check < close(date)) {
                    var age = number("select " + check + " - max(t) from peaks where t <="
                            + " (select max(t) from ticks where t <= " + (check + 120) + " and t < " + close(date)
                            + ")");
                    wanted.add(age == null ? Long.MAX_VALUE : Math.max(age, 0));
                }
            }
        }
        return least(wanted);
    }

    /** The first limit, tried one by one, that is enough for 95 of 100. */
    private static long least(List<Long> numbers) {
        for (var limit : numbers.stream().sorted().toList()) {
            if (100 * numbers.stream().filter(number -> number <= limit).count() >= 95L * numbers.size()) {
                return limit;
            }
        }
        throw new AssertionError("there is no number");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
