package com.gammareplay.bot;

import java.util.OptionalDouble;

/**
 * How fast the index moves at an instant, and whether that is too fast for an entry (bot rules, section 6). A move that
 * cannot be computed is empty.
 */
record Momentum(int scale, OptionalDouble five, OptionalDouble two) {

    private static final int FIVE_MINUTES = 300;
    private static final int TWO_MINUTES = 120;

    static Momentum of(MarketView view, int maxQuoteAge) {
        var now = level(view, view.now(), maxQuoteAge);
        return new Momentum(
                view.index().scale(),
                move(now, level(view, view.now() - FIVE_MINUTES, maxQuoteAge)),
                move(now, level(view, view.now() - TWO_MINUTES, maxQuoteAge)));
    }

    private static OptionalDouble level(MarketView view, long instant, int maxQuoteAge) {
        var level = view.impliedIndex(instant, maxQuoteAge);
        return level.isPresent() ? OptionalDouble.of(level.get().points()) : OptionalDouble.empty();
    }

    private static OptionalDouble move(OptionalDouble now, OptionalDouble then) {
        return now.isPresent() && then.isPresent()
                ? OptionalDouble.of(now.getAsDouble() - then.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether both moves could be computed. */
    boolean isKnown() {
        return five.isPresent() && two.isPresent();
    }

    /** True if a direction may be entered; a move that cannot be computed forbids nothing. */
    boolean allows(Direction direction, Evidence evidence) {
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
}
