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
        evidence.add("move5m", five.isPresent() ? five.getAsDouble() : null);
        evidence.add("move2m", two.isPresent() ? two.getAsDouble() : null);
        var scale = view.index().scale();
        return (five.isEmpty() || allowsFive(direction, five.getAsDouble(), scale))
                && (two.isEmpty() || !(Math.abs(two.getAsDouble()) > 5 * scale));
    }

    private static boolean allowsFive(Direction direction, double move, int scale) {
        return switch (direction) {
            case NEUTRAL -> !(Math.abs(move) > 10 * scale);
            case BULLISH -> !(Math.abs(move) > 10 * scale) && !(move < -4 * scale);
            case BEARISH -> !(Math.abs(move) > 10 * scale) && !(move > 4 * scale);
        };
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
