package com.gammareplay.bot;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** When a position is closed before its settlement: rules 2 to 7 of the bot rules, section 8. */
public final class ExitRules {

    private final StrategyParameters.Exits exits;
    private final Supplier<Evidence> evidence;

    /**
     * Rules that can say what they compared.
     *
     * @param evidence gives what an exit is noted down in
     */
    public ExitRules(StrategyParameters.Exits exits, Supplier<Evidence> evidence) {
        this.exits = exits;
        this.evidence = evidence;
    }

    /**
     * Updates a position's state at a tick with usable quotes for all legs, and says what closes it there, if anything.
     *
     * @param age seconds since entry
     * @param left seconds to the close of the session, more than 0
     * @param vix the newest one, NaN if there is none; only asked if the answer matters
     */
    public Optional<ExitCondition> evaluate(ExitState state, Mark mark, long age, long left, DoubleSupplier vix) {
        var p = state.profit(mark.mid());
        update(state, p, left, vix);
        state.seeMid(mark);
        if (!state.isHold()) {
            if (left <= exits.hardCloseBefore()) {
                return Optional.of(ExitCondition.HARD_CLOSE);
            }
            if (left <= exits.autoCloseBefore()) {
                return Optional.of(ExitCondition.AUTO_CLOSE);
            }
            if (p >= exits.target(state.confidence(), age / 3600.0)) {
                return Optional.of(ExitCondition.PROFIT_TARGET);
            }
        }
        if (state.isTrailing() && p <= state.trailingLevel(exits)) {
            return Optional.of(ExitCondition.TRAILING_STOP);
        }
        return stop(state, mark, age);
    }

    private void update(ExitState state, double p, long left, DoubleSupplier vix) {
        state.seeProfit(p);
        if (p >= exits.trailingArm()) {
            state.armTrailing();
        }
        if (!state.isHold()
                && p >= exits.holdProfit()
                && left >= exits.holdMinRemaining()
                && state.entryDistance() >= state.leastEntryDistance(exits)) {
            var newest = vix.getAsDouble();
            if (newest < exits.holdMaxVix()) {
                state.startHold(p, newest, left);
            }
        }
    }

    private Optional<ExitCondition> stop(ExitState state, Mark mark, long age) {
        var pStop = state.stopProfit(mark, exits.stopBasis());
        if (pStop <= exits.emergencyStop()) {
            var believed = belief(state, mark, age, pStop);
            if (believed.isPresent()) {
                return believed;
            }
        }
        if (pStop <= exits.stopLoss() && age >= exits.stopLossAfter()) {
            return Optional.of(ExitCondition.STOP_LOSS);
        }
        return Optional.empty();
    }

    /** Why the quotes of an emergency can be believed: by the position's age, or since they are settled. */
    private Optional<ExitCondition> belief(ExitState state, Mark mark, long age, double pStop) {
        if (age >= exits.emergencyAfter()) {
            return Optional.of(ExitCondition.EMERGENCY_AGED);
        }
        if (mark.relativeWidth() < exits.settledWidth()) {
            return Optional.of(ExitCondition.EMERGENCY_TIGHT);
        }
        if (state.midChange() < exits.settledChange()) {
            return Optional.of(ExitCondition.EMERGENCY_STEADY);
        }
        return pStop <= exits.settledStop() ? Optional.of(ExitCondition.EMERGENCY_DEEP) : Optional.empty();
    }

    /**
     * What {@link #evaluate} compared when it closed a position, with the same arguments.
     *
     * @param vix the newest one, NaN if there is none
     */
    public Evidence explain(ExitCondition met, ExitState state, Mark mark, long age, long left, double vix) {
        return new ExitEvidence(exits, state, evidence.get()).closed(met, mark, age, left, vix);
    }

    /**
     * What the rules had left open of a position that is settled.
     *
     * @param mark at the close, null without usable quotes for all legs
     */
    public Evidence explainSettlement(ExitState state, @Nullable Mark mark, long age) {
        return new ExitEvidence(exits, state, evidence.get()).settled(mark, age);
    }
}
