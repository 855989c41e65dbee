package com.gammareplay.bot;

import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When a position is closed before its settlement: rules 2 to 7 of the bot rules, section 8. */
public final class ExitRules {

    private final StrategyParameters.Exits exits;

    public ExitRules(StrategyParameters.Exits exits) {
        this.exits = exits;
    }

    /**
     * Updates a position's state at a tick with usable quotes for all legs, and says whether it is closed there.
     *
     * @param age seconds since entry
     * @param left seconds to the close of the session, more than 0
     * @param vix the newest one, NaN if there is none; only asked if the answer matters
     */
    public Optional<ExitReason> evaluate(ExitState state, Mark mark, long age, long left, DoubleSupplier vix) {
        var p = state.profit(mark.mid());
        update(state, p, left, vix);
        var isMidStable = state.isMidStable(mark, exits.settledChange());
        if (!state.isHold()) {
            if (left <= exits.hardCloseBefore()) {
                return Optional.of(ExitReason.HARD_CLOSE);
            }
            if (left <= exits.autoCloseBefore()) {
                return Optional.of(ExitReason.AUTO_CLOSE);
            }
            if (p >= exits.target(state.confidence(), age / 3600.0)) {
                return Optional.of(ExitReason.PROFIT_TARGET);
            }
        }
        if (state.isTrailing() && p <= state.bestP() - exits.trailingDistance()) {
            return Optional.of(ExitReason.TRAILING_STOP);
        }
        return stop(state, mark, age, p, isMidStable);
    }

    private void update(ExitState state, double p, long left, DoubleSupplier vix) {
        state.seeProfit(p);
        if (p >= exits.trailingArm()) {
            state.armTrailing();
        }
        if (!state.isHold()
                && p >= exits.holdProfit()
                && left >= exits.holdMinRemaining()
                && state.isDistant(exits.holdMinDistance())
                && vix.getAsDouble() < exits.holdMaxVix()) {
            state.startHold();
        }
    }

    private Optional<ExitReason> stop(ExitState state, Mark mark, long age, double p, boolean isMidStable) {
        var pStop = switch (exits.stopBasis()) {
            case MID -> p;
            case WORST -> state.profit(mark.worst());
        };
        if (pStop <= exits.emergencyStop() && (age >= exits.emergencyAfter() || isSettled(mark, pStop, isMidStable))) {
            return Optional.of(ExitReason.EMERGENCY_STOP);
        }
        if (pStop <= exits.stopLoss() && age >= exits.stopLossAfter()) {
            return Optional.of(ExitReason.STOP_LOSS);
        }
        return Optional.empty();
    }

    /** Whether the quotes of a young position can be believed. */
    private boolean isSettled(Mark mark, double pStop, boolean isMidStable) {
        return isNarrow(mark) || isMidStable || pStop <= exits.settledStop();
    }

    private boolean isNarrow(Mark mark) {
        return mark.best() > 0
                && mark.worst() > 0
                && (mark.worst() - mark.best()) / ((mark.worst() + mark.best()) / 2.0) < exits.settledWidth();
    }
}
