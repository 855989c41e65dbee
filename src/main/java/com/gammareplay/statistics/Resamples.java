package com.gammareplay.statistics;

import com.gammareplay.model.Cents;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Runs that might have been: as many sessions as a run traded, each drawn from all of them. */
final class Resamples {

    private final Map<ResultNumber, double[]> values = new EnumMap<>(ResultNumber.class);

    /**
     * What there is to know of a session, however it came before; amounts in cents.
     *
     * @param profit of its winning trades
     * @param loss of its losing ones, positive
     * @param lowest balance after a close, seen from that at its open, which counts too
     * @param highest likewise
     * @param fall the largest within it
     */
    private record Session(int trades, int wins, long profit, long loss, long lowest, long highest, long fall) {

        static Session of(long[] pnls) {
            var wins = 0;
            var profit = 0L;
            var loss = 0L;
            var balance = 0L;
            var lowest = 0L;
            var highest = 0L;
            var fall = 0L;
            for (var pnl : pnls) {
                wins += pnl > 0 ? 1 : 0;
                profit += Math.max(0, pnl);
                loss -= Math.min(0, pnl);
                balance += pnl;
                lowest = Math.min(lowest, balance);
                highest = Math.max(highest, balance);
                fall = Math.max(fall, highest - balance);
            }
            return new Session(pnls.length, wins, profit, loss, lowest, highest, fall);
        }
    }

    private Resamples(int count) {
        Intervals.NUMBERS.forEach(number -> values.put(number, new double[count]));
    }

    /** Draws a number of them. */
    static Resamples draw(Ledger run, int count, long seed) {
        var resamples = new Resamples(count);
        var sessions = sessions(run);
        var dice = new SplitMix64(seed);
        for (var i = 0; i < count; i++) {
            resamples.draw(i, sessions, dice);
        }
        resamples.values.values().forEach(Arrays::sort);
        return resamples;
    }

    private static Session[] sessions(Ledger run) {
        var sessions = new Session[run.days().size()];
        var first = 0;
        for (var i = 0; i < sessions.length; i++) {
            var end = first + run.days().get(i).trades();
            sessions[i] = Session.of(run.trades().subList(first, end).stream()
                    .mapToLong(Trade::pnl)
                    .toArray());
            first = end;
        }
        return sessions;
    }

    private void draw(int place, Session[] sessions, SplitMix64 dice) {
        var trades = 0L;
        var wins = 0L;
        var profit = 0L;
        var loss = 0L;
        var peak = 0L;
        var fall = 0L;
        for (var i = 0; i < sessions.length; i++) {
            var session = sessions[(int) dice.below(sessions.length)];
            var balance = profit - loss;
            fall = Math.max(fall, Math.max(session.fall, peak - balance - session.lowest));
            peak = Math.max(peak, balance + session.highest);
            trades += session.trades;
            wins += session.wins;
            profit += session.profit;
            loss += session.loss;
        }
        set(ResultNumber.WIN_RATE, place, trades == 0 ? Double.NaN : (double) wins / trades);
        set(ResultNumber.TOTAL_PNL, place, Cents.toDollars(profit - loss));
        // 0 / 0 is not a number, and without a loss any profit is endlessly greater
        set(ResultNumber.PROFIT_FACTOR, place, (double) profit / loss);
        set(ResultNumber.EXPECTANCY, place, trades == 0 ? Double.NaN : (double) (profit - loss) / trades / 100);
        set(ResultNumber.MAX_DRAWDOWN, place, Cents.toDollars(fall));
    }

    private void set(ResultNumber number, int place, double value) {
        Objects.requireNonNull(values.get(number))[place] = value;
    }

    /** A number of those that have it, ascending. */
    double[] values(ResultNumber number) {
        var all = Objects.requireNonNull(values.get(number));
        var end = all.length;
        while (end > 0 && Double.isNaN(all[end - 1])) { // these are sorted last
            end--;
        }
        return Arrays.copyOf(all, end);
    }
}
