package com.gammareplay.report.page;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Session;
import com.gammareplay.statistics.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The account over the traded sessions, and its falls, as data of SVG paths in pictures of 1,000 by 300 and by 120.
 *
 * @param equity empty if only the balance is known
 * @param days dates along the axis, each where its part of the axis begins
 */
record AccountChart(
        String balance,
        String equity,
        String fall,
        List<Long> dollars,
        List<Long> fallen,
        List<String> days,
        String summary) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;
    private static final int FALL_HEIGHT = 120;
    private static final int MOST_DAYS = 8;
    private static final ExchangeCalendar CALENDAR = new ExchangeCalendar();

    /** An account, in dollars, at a part of the axis. */
    private record Point(double x, double balance, double equity) {}

    static AccountChart of(Reported reported) {
        var sessions = reported.result()
                .path("sessions")
                .valueStream()
                .filter(session -> session.path("status").asString().equals("TRADED"))
                .map(session -> LocalDate.parse(session.path("session").asString()))
                .flatMap(date -> CALENDAR.session(date).stream())
                .toList();
        var sketched = reported.sketches().account();
        var points = sketched.isEmpty()
                ? ofTrades(reported.result(), sessions)
                : sketched.stream()
                        .map(point ->
                                new Point(x(point.instant(), sessions), point.balance() / 100.0, point.equity() / 100))
                        .toList();
        return drawn(points, !sketched.isEmpty(), days(sessions));
    }

    /** Where an instant lies if each session is as wide as the others, and nothing is between them. */
    private static double x(long instant, List<Session> sessions) {
        var date = NewYork.date(instant);
        for (var i = 0; i < sessions.size(); i++) {
            var session = sessions.get(i);
            if (session.date().equals(date)) {
                var passed = (double) (instant - session.open()) / (session.close() - session.open());
                return (i + Math.clamp(passed, 0, 1)) / sessions.size();
            }
        }
        return 1;
    }

    private static List<Point> ofTrades(JsonNode result, List<Session> sessions) {
        var balance = result.path("summary").path("startingBalance").asDouble(0);
        var points = new ArrayList<>(List.of(new Point(0, balance, balance)));
        var trades = result.path("trades")
                .valueStream()
                .sorted(Comparator.comparing(trade -> exit(trade)))
                .toList();
        for (var trade : trades) {
            balance += trade.path("pnl").asDouble(0);
            points.add(new Point(x(exit(trade).getEpochSecond(), sessions), balance, balance));
        }
        points.add(new Point(1, balance, balance));
        return points;
    }

    private static Instant exit(JsonNode trade) {
        return Instant.parse(trade.path("exitTime").asString());
    }

    private static AccountChart drawn(List<Point> points, boolean isMarked, List<String> days) {
        var high = points.getFirst().equity();
        var falls = new ArrayList<Double>();
        for (var point : points) {
            high = Math.max(high, point.equity());
            falls.add(point.equity() - high);
        }
        var least = points.stream()
                .mapToDouble(point -> Math.min(point.balance(), point.equity()))
                .min()
                .orElse(0);
        var most = points.stream()
                .mapToDouble(point -> Math.max(point.balance(), point.equity()))
                .max()
                .orElse(0);
        var deepest = falls.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        var dollars = Scale.of(least, most);
        var fallen = Scale.of(Math.min(deepest, -1), 0);
        var balance = new Line();
        var equity = new Line();
        var fall = new Line();
        for (var i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var x = point.x() * WIDTH;
            balance.stepTo(x, dollars.y(point.balance(), HEIGHT));
            if (isMarked) {
                equity.to(x, dollars.y(point.equity(), HEIGHT));
                fall.to(x, fallen.y(falls.get(i), FALL_HEIGHT));
            } else {
                fall.stepTo(x, fallen.y(falls.get(i), FALL_HEIGHT));
            }
        }
        return new AccountChart(
                balance.toString(),
                equity.toString(),
                fall.area(0),
                dollars.labels(),
                fallen.labels(),
                days,
                "From " + dollars(points.getFirst().balance()) + " to "
                        + dollars(points.getLast().balance()) + " dollars; between " + dollars(least) + " and "
                        + dollars(most) + ".");
    }

    private static String dollars(double amount) {
        return Unit.DOLLARS.text(amount);
    }

    private static List<String> days(List<Session> sessions) {
        var count = Math.min(MOST_DAYS, sessions.size());
        return IntStream.range(0, count)
                .mapToObj(part ->
                        sessions.get(part * sessions.size() / count).date().toString())
                .toList();
    }
}
