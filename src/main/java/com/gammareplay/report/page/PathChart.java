package com.gammareplay.report.page;

import com.gammareplay.trading.PathPoint;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The profit of a trade per share over its life, as data of SVG paths in a picture of 640 by 200.
 *
 * @param zero height at which nothing is won or lost
 * @param exit height of the profit with which it ended
 */
record PathChart(String profit, String target, String trailingStop, String stopLoss, long zero, long exit) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int MARGIN = 12;

    /**
     * A chart; null without points.
     *
     * @param trade as a result has it
     */
    static @Nullable PathChart of(JsonNode trade, @Nullable List<PathPoint> points) {
        if (points == null || points.isEmpty()) {
            return null;
        }
        return new Drawing(trade, points).chart();
    }

    /** Prices in cents per share. */
    private static final class Drawing {
        private final List<PathPoint> points;
        private final double credit;
        private final double exit;
        private final long from;
        private final long seconds;
        private final double least;
        private final double most;

        Drawing(JsonNode trade, List<PathPoint> points) {
            this.points = points;
            credit = trade.path("credit").asDouble() * 100;
            exit = credit - trade.path("exitValue").asDouble() * 100;
            from = points.getFirst().instant();
            seconds = Math.max(1, points.getLast().instant() - from);
            var shown = Stream.<Function<PathPoint, @Nullable Double>>of(
                            Drawing::mid, Drawing::target, Drawing::trailingStop, Drawing::stopLoss)
                    .flatMap(price -> points.stream().map(price))
                    .filter(Objects::nonNull)
                    .mapToDouble(price -> credit - price)
                    .filter(profit -> Math.abs(profit) <= credit);
            var span = DoubleStream.concat(shown, DoubleStream.of(0, exit)).summaryStatistics();
            least = span.getMin();
            most = Math.max(span.getMax(), least + 1);
        }

        private static @Nullable Double mid(PathPoint point) {
            var quotes = point.quotes();
            return quotes == null ? null : (Double) quotes.mid();
        }

        private static @Nullable Double target(PathPoint point) {
            return point.levels().target();
        }

        private static @Nullable Double trailingStop(PathPoint point) {
            return point.levels().trailingStop();
        }

        private static @Nullable Double stopLoss(PathPoint point) {
            return point.levels().stopLoss();
        }

        PathChart chart() {
            return new PathChart(
                    line(Drawing::mid),
                    line(Drawing::target),
                    line(Drawing::trailingStop),
                    line(Drawing::stopLoss),
                    Math.round(y(0)),
                    Math.round(y(exit)));
        }

        private String line(Function<PathPoint, @Nullable Double> price) {
            var line = new Line();
            for (var point : points) {
                var value = price.apply(point);
                if (value == null) {
                    line.lift();
                } else {
                    line.to((double) (point.instant() - from) / seconds * WIDTH, y(credit - value));
                }
            }
            return line.toString();
        }

        private double y(double profit) {
            return MARGIN + (most - profit) / (most - least) * (HEIGHT - 2 * MARGIN);
        }
    }
}
