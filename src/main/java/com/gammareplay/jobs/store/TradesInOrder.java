package com.gammareplay.jobs.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a document of trades in order of closing: at one tick that is the order of entry. Each trade is closed in the
 * session in which it was entered, so that no more than one session is held.
 */
final class TradesInOrder implements Iterator<String> {

    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedReader lines;
    private final Queue<Line> session =
            new PriorityQueue<>(Comparator.comparing(Line::exitTime).thenComparingInt(Line::number));
    private final Queue<Line> next = new ArrayDeque<>(1);

    TradesInOrder(BufferedReader lines) {
        this.lines = lines;
    }

    private record Line(String session, String exitTime, int number, String json) {
        private static Line of(String json) {
            var trade = JSON.readTree(json);
            return new Line(
                    trade.path("session").asString(),
                    trade.path("exitTime").asString(),
                    trade.path("number").asInt(),
                    json);
        }
    }

    @Override
    public boolean hasNext() {
        if (session.isEmpty()) {
            readSession();
        }
        return !session.isEmpty();
    }

    @Override
    public String next() {
        if (session.isEmpty()) {
            readSession();
        }
        return session.remove().json();
    }

    private void readSession() {
        session.addAll(next);
        next.clear();
        for (var line = read(); line != null; line = read()) {
            if (!session.isEmpty() && !session.element().session().equals(line.session())) {
                next.add(line);
                return;
            }
            session.add(line);
        }
    }

    private @Nullable Line read() {
        try {
            var line = lines.readLine();
            return line == null ? null : Line.of(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
