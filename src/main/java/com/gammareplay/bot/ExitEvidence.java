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
    Evidence closed(ExitCondition met, Mark mark, long age, long left, double vix) {
        evidence.add("rule", met.text()).add("age", age).add("remaining", left);
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
        evidence.add("rule", ExitCondition.SETTLEMENT.text()).add("age", age).add("remaining", 0L);
        prices(mark);
        hold();
        evidence.add("bestP", state.bestP()).add("trailing", state.isTrailing());
        return evidence;
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
        var hold = state.hold();
        evidence.add("hold", hold != null);
        if (hold != null) {
            evidence.add("holdP", hold.p()).add("holdVix", hold.vix()).add("holdRemaining", hold.remaining());
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
