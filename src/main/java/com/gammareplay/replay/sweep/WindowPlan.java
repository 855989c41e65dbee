package com.gammareplay.replay.sweep;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.model.Session;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.SessionRules;
import com.gammareplay.replay.sweep.WalkForward.Window;
import java.util.List;

/** The windows of a walk-forward test over the sessions that the base trades, as far as dates tell. */
final class WindowPlan {

    private WindowPlan() {}

    static List<Window> windows(SweepRequest sweep, List<Session> sessions) {
        var walkForward = sweep.walkForward();
        return walkForward == null ? List.of() : walkForward.windows(traded(sweep.base(), sessions));
    }

    /** Known before anything is read, so that a request can be checked when it comes. */
    static List<Session> traded(ReplayRequest base, List<Session> sessions) {
        var rules = new SessionRules(StrategyParameters.of(base.parameters()), base.requireCoverage());
        return sessions.stream().filter(rules::mayTrade).toList();
    }
}
