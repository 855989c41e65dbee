package com.gammareplay.bot;

import java.util.OptionalDouble;

/** Whether the index moves too fast for an entry (bot rules, section 6). */
final class Momentum {

    private static final int FIVE_MINUTES = 300;
    private static final int TWO_MINUTES = 120;

    private final MarketView view;
    private final int maxQuoteAge;

    Momentum(MarketView view, int maxQuoteAge) {
        this.view = view;
        this.maxQuoteAge = maxQuoteAge;
    }

    /** True if a direction may be entered; a move that cannot be computed forbids nothing. */
    boolean allows(Direction direction, Evidence evidence) {
        var now = level(view.now());
        var five = move(now, FIVE_MINUTES);
        var two = move(now, TWO_MINUTES);
        var scale = view.index().scale();
        var least = (direction == Direction.BULLISH ? -4 : -10) * scale;
        var most = (direction == Direction.BEARISH ? 4 : 10) * scale;
        evidence.add("move5m", five.isPresent() ? five.getAsDouble() : null);
        evidence.add("minMove5m", least).add("maxMove5m", most);
        evidence.add("move2m", two.isPresent() ? two.getAsDouble() : null);
        evidence.add("minMove2m", -5 * scale).add("maxMove2m", 5 * scale);
        return isWithin(five, least, most) && isWithin(two, -5 * scale, 5 * scale);
    }

    private static boolean isWithin(OptionalDouble move, int least, int most) {
        return move.isEmpty() || (move.getAsDouble() >= least && move.getAsDouble() <= most);
    }

    private OptionalDouble move(OptionalDouble now, int seconds) {
        var then = now.isPresent() ? level(view.now() - seconds) : OptionalDouble.empty();
        return then.isPresent() ? OptionalDouble.of(now.getAsDouble() - then.getAsDouble()) : OptionalDouble.empty();
    }

    private OptionalDouble level(long instant) {
        var level = view.impliedIndex(instant, maxQuoteAge);
        return level.isPresent() ? OptionalDouble.of(level.get().points()) : OptionalDouble.empty();
    }
}
