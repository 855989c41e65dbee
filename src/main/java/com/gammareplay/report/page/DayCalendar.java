package com.gammareplay.report.page;

import com.gammareplay.calendar.ExchangeCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The weekdays of a range by month and week, each with what became of it. */
final class DayCalendar {

    private static final ExchangeCalendar CALENDAR = new ExchangeCalendar();
    private static final int SHADES = 3;

    private final LocalDate from;
    private final LocalDate to;
    private final Map<LocalDate, JsonNode> sessions = new HashMap<>();
    private final BigDecimal most;

    private DayCalendar(LocalDate from, LocalDate to, JsonNode sessions) {
        this.from = from;
        this.to = to;
        sessions.forEach(session ->
                this.sessions.put(LocalDate.parse(session.path("session").asString()), session));
        this.most = sessions.valueStream()
                .map(session -> pnl(session).abs())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** A month by its weeks. */
    record Month(String name, List<Week> weeks) {}

    /** From Monday to Friday. */
    record Week(List<Day> days) {}

    /**
     * A day.
     *
     * @param kind the class of its look
     * @param text P&L or status
     * @param more trades, or a note
     */
    record Day(String number, String kind, String text, String more) {
        private static final Day NONE = new Day("", "none", "", "");
    }

    static List<Month> months(Reported reported) {
        var from = LocalDate.parse(reported.request().path("from").asString());
        var to = LocalDate.parse(reported.request().path("to").asString());
        var calendar = new DayCalendar(from, to, reported.result().path("sessions"));
        return Stream.iterate(
                        YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .map(calendar::month)
                .toList();
    }

    private Month month(YearMonth month) {
        var weeks = new ArrayList<Week>();
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            var days = monday.datesUntil(monday.plusDays(5)).toList();
            if (days.stream().anyMatch(date -> isShown(date, month))) {
                weeks.add(new Week(days.stream()
                        .map(date -> isShown(date, month) ? day(date) : Day.NONE)
                        .toList()));
            }
        }
        return new Month(
                month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear(), weeks);
    }

    private boolean isShown(LocalDate date, YearMonth month) {
        return YearMonth.from(date).equals(month) && !date.isBefore(from) && !date.isAfter(to);
    }

    private Day day(LocalDate date) {
        var number = String.valueOf(date.getDayOfMonth());
        var session = sessions.get(date);
        if (session == null) {
            return new Day(number, "closed", "holiday", CALENDAR.closedFor(date).orElse(""));
        }
        var status = session.path("status").asString();
        if (!status.equals("TRADED")) {
            return new Day(
                    number,
                    "closed",
                    status.replace('_', ' ').toLowerCase(Locale.ROOT),
                    session.path("note").asString(""));
        }
        var trades = session.path("trades").asInt();
        return new Day(
                number,
                "day " + shade(pnl(session)),
                trades == 0 ? "" : pnl(session).toPlainString(),
                trades == 1 ? "1 trade" : trades + " trades");
    }

    private String shade(BigDecimal pnl) {
        if (pnl.signum() == 0) {
            return "even";
        }
        var step = pnl.abs()
                .multiply(BigDecimal.valueOf(SHADES))
                .divideToIntegralValue(most)
                .intValue();
        return (pnl.signum() > 0 ? "gain" : "loss") + Math.min(SHADES, step + 1);
    }

    private static BigDecimal pnl(JsonNode session) {
        return session.path("pnl").decimalValue(BigDecimal.ZERO);
    }
}
