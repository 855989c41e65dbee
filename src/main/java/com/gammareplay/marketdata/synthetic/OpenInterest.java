package com.gammareplay.marketdata.synthetic;

import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open contracts of one index on one day: most near the price and at round strikes, calls above and puts below it, and
 * one wall of calls. Net gamma is positive where calls outweigh puts: that is where a pin can be. Thread-safe.
 */
final class OpenInterest {

    private static final double REACH = 0.012;
    private static final double WALL_FACTOR = 2.2;

    private final double open;
    private final int round;
    private final int wall;
    private final double level;
    private final long seed;
    private final Map<Integer, Interest> interests = new ConcurrentHashMap<>();

    /**
     * @param turnover contracts that change hands in a day for each open one
     */
    private record Interest(int calls, int puts, double turnover) {}

    /** The open contracts around an opening price and a wall, both in points. */
    OpenInterest(Index index, double open, double wall, long seed) {
        this.open = open;
        this.round = roundStrike(index);
        this.wall = (int) Math.rint(wall / round) * round;
        this.level = index == Index.SPX ? 1_000 : 130;
        this.seed = seed;
    }

    static int roundStrike(Index index) {
        return switch (index) {
            case SPX -> 25;
            case NDX -> 100;
        };
    }

    /** The strike with the most open calls near the price, in points. */
    int wall() {
        return wall;
    }

    int open(int strike, Right right) {
        var interest = interest(strike);
        return right == Right.CALL ? interest.calls() : interest.puts();
    }

    /** Contracts traded up to a part of the session, 0 to 1. */
    int volume(int strike, Right right, double progress) {
        return (int) (open(strike, right) * interest(strike).turnover() * progress);
    }

    private Interest interest(int strike) {
        return interests.computeIfAbsent(strike, this::drawn);
    }

    private Interest drawn(int strike) {
        var dice = Dice.of(seed, strike);
        var distance = (strike - open) / open;
        var near = StrictMath.exp(-Math.abs(distance) / REACH);
        var total = level * (near + 0.02) * roundness(strike) * dice.between(0.6, 1.4);
        var callShare = Math.max(0.12, Math.min(0.85, 0.5 + 25 * distance + dice.between(-0.12, 0.12)));
        var isSupport = strike % round == 0 && dice.chance(0.6);
        var share = strike == wall ? 0.85 : isSupport ? Math.max(callShare, dice.between(0.55, 0.75)) : callShare;
        var contracts = strike == wall ? total * WALL_FACTOR : total;
        var turnover = dice.between(0.3, 1.5) + 6 * near;
        return new Interest((int) (contracts * share) + 1, (int) (contracts * (1 - share)) + 1, turnover);
    }

    private double roundness(int strike) {
        if (strike % (4 * round) == 0) {
            return 2.6;
        }
        if (strike % (2 * round) == 0) {
            return 2.2;
        }
        return strike % round == 0 ? 1.8 : 0.5;
    }
}
