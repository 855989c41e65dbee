package com.gammareplay.bot;

import org.jspecify.annotations.Nullable;

/** Notes down what decided an exit, once, at its tick: enough to ask the rules again (bot rules, section 8). */
final class ExitEvidence {

    private final StrategyParameters.Exits exits;
    private final ExitState state;
    private final Evidence evidence;

    ExitEvidence(StrategyParameters.Exits exits, ExitState state, Evidence evidence) {
        this.exits = exits;
        this.state = state;
        this.evidence = evidence;
    }

    /** A position that a rule closes. */
    Evidence closed(ExitReason reason, Mark mark, long age, long left, double vix) {
        evidence.add("rule", rule(reason, mark, age)).add("age", age).add("remaining", left);
        prices(mark);
        hold();
        if (!state.isHold()) {
            evidence.addOrNull("vix", vix);
        }
        target(age);
        trailing();
        stops(mark);
        return evidence;
    }

    /** A position that is settled, by which no other rule is asked. */
    Evidence settled(@Nullable Mark mark, long age) {
        evidence.add("rule", "remaining = 0").add("age", age).add("remaining", 0L);
        prices(mark);
        hold();
        evidence.add("bestP", state.bestP()).add("trailing", state.isTrailing());
        return evidence;
    }

    /** The condition that was met, in the names of the values. */
    private String rule(ExitReason reason, Mark mark, long age) {
        return switch (reason) {
            case SETTLEMENT -> throw new IllegalArgumentException("a settlement has no rule to explain");
            case HARD_CLOSE -> "remaining <= hardCloseBefore and not hold";
            case AUTO_CLOSE -> "remaining <= autoCloseBefore and not hold";
            case PROFIT_TARGET -> "p >= target and not hold";
            case TRAILING_STOP -> "p <= trailingLevel and trailing";
            case EMERGENCY_STOP -> "pStop <= emergencyStop and " + belief(mark, age);
            case STOP_LOSS -> "pStop <= stopLoss and age >= stopLossAfter";
        };
    }

    /** Why an emergency stop believes the quotes: the first of its conditions that is met. */
    private String belief(Mark mark, long age) {
        if (age >= exits.emergencyAfter()) {
            return "age >= emergencyAfter";
        }
        if (mark.relativeWidth() < exits.settledWidth()) {
            return "quoteWidth < settledWidth";
        }
        return state.midChange() < exits.settledChange() ? "midChange < settledChange" : "pStop <= settledStop";
    }

    private void prices(@Nullable Mark mark) {
        if (mark == null) {
            evidence.add("mid", null).add("worst", null).add("best", null).add("p", null);
            return;
        }
        evidence.addMid("mid", mark.mid()).addMid("worst", mark.worst()).addMid("best", mark.best());
        evidence.add("p", state.profit(mark.mid()));
    }

    private void hold() {
        evidence.add("hardCloseBefore", exits.hardCloseBefore()).add("autoCloseBefore", exits.autoCloseBefore());
        evidence.add("hold", state.isHold());
        if (state.isHold()) {
            evidence.add("holdP", state.holdP()).add("holdVix", state.holdVix());
            evidence.add("holdRemaining", state.holdRemaining());
        }
        evidence.add("holdProfit", exits.holdProfit()).add("holdMaxVix", exits.holdMaxVix());
        evidence.add("holdMinRemaining", exits.holdMinRemaining());
        evidence.add("entryDistance", state.entryDistance());
        evidence.add("minEntryDistance", state.leastEntryDistance(exits));
    }

    private void target(long age) {
        evidence.add("target", state.isHold() ? null : exits.target(state.confidence(), age / 3600.0));
    }

    private void trailing() {
        evidence.add("bestP", state.bestP()).add("trailing", state.isTrailing());
        evidence.add("trailingArm", exits.trailingArm()).add("trailingDistance", exits.trailingDistance());
        evidence.add("trailingLevel", state.isTrailing() ? state.trailingLevel(exits) : null);
    }

    private void stops(Mark mark) {
        evidence.add("stopBasis", exits.stopBasis().name()).add("pStop", state.stopProfit(mark, exits.stopBasis()));
        evidence.add("emergencyStop", exits.emergencyStop()).add("emergencyAfter", exits.emergencyAfter());
        evidence.addOrNull("quoteWidth", mark.relativeWidth()).add("settledWidth", exits.settledWidth());
        evidence.addOrNull("midChange", state.midChange()).add("settledChange", exits.settledChange());
        evidence.add("settledStop", exits.settledStop());
        evidence.add("stopLoss", exits.stopLoss()).add("stopLossAfter", exits.stopLossAfter());
    }
}
