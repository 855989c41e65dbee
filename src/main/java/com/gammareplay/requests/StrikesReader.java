package com.gammareplay.requests;

import com.gammareplay.bot.Strategy;
import com.gammareplay.reconciliation.Strikes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the strikes of a trade: one to a column, or all in one, such as {@code 6950/6960/6890/6880}. */
final class StrikesReader {

    private static final Pattern STRIKE =
            Pattern.compile("([CP]?)([1-9][0-9]{1,5})(?:\\.0{1,6})?([CP]?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[/,;|\\s]+");
    private static final int MOST_TEXT = 100;

    private record Strike(int points, @Nullable Strategy side) {}

    private StrikesReader() {}

    /**
     * Reads the strikes of a row.
     *
     * @param cell what it has in a column
     * @throws IllegalArgumentException if they are not those of a spread or an iron condor
     */
    static Strikes read(Function<TradeColumn, String> cell) {
        var calls = spread(cell, TradeColumn.CALL_SHORT, TradeColumn.CALL_LONG);
        var puts = spread(cell, TradeColumn.PUT_SHORT, TradeColumn.PUT_LONG);
        if (calls.isEmpty() && puts.isEmpty()) {
            return together(cell.apply(TradeColumn.STRIKES));
        }
        var all = new ArrayList<>(calls);
        all.addAll(puts);
        return new Strikes(all, calls.isEmpty() ? Strategy.PUT : puts.isEmpty() ? Strategy.CALL : Strategy.IRON_CONDOR);
    }

    /** Both strikes of a spread, or none. */
    private static List<Integer> spread(Function<TradeColumn, String> cell, TradeColumn shortLeg, TradeColumn longLeg) {
        var one = cell.apply(shortLeg);
        var other = cell.apply(longLeg);
        if (one.isEmpty() && other.isEmpty()) {
            return List.of();
        }
        return List.of(strike(shortLeg, one).points(), strike(longLeg, other).points());
    }

    private static Strikes together(String text) {
        if (text.length() > MOST_TEXT) {
            throw wrong(text);
        }
        var strikes = BETWEEN.splitAsStream(text)
                .map(part -> strike(TradeColumn.STRIKES, part))
                .toList();
        var points = strikes.stream().map(Strike::points).toList();
        var calls = strikes.stream()
                .filter(strike -> strike.side() == Strategy.CALL)
                .count();
        var puts =
                strikes.stream().filter(strike -> strike.side() == Strategy.PUT).count();
        if (strikes.size() == 4 && (calls + puts == 0 || (calls == 2 && puts == 2))) {
            return new Strikes(points, Strategy.IRON_CONDOR);
        }
        if (strikes.size() == 2 && (calls + puts == 0 || calls == 2 || puts == 2)) {
            return new Strikes(points, calls == 2 ? Strategy.CALL : puts == 2 ? Strategy.PUT : null);
        }
        throw wrong(text);
    }

    private static IllegalArgumentException wrong(String text) {
        return TradeRows.wrong(
                TradeColumn.STRIKES,
                "must be two of a spread or four of an iron condor, such as 6950C/6960C, was " + TradeRows.shown(text));
    }

    private static Strike strike(TradeColumn column, String text) {
        var form = STRIKE.matcher(text);
        if (!form.matches() || form.group(1).length() + form.group(3).length() > 1) {
            throw TradeRows.wrong(column, "must have strikes in whole points, was " + TradeRows.shown(text));
        }
        var letter = form.group(1) + form.group(3);
        return new Strike(
                Integer.parseInt(form.group(2)),
                letter.isEmpty() ? null : letter.equalsIgnoreCase("C") ? Strategy.CALL : Strategy.PUT);
    }
}
