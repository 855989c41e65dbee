package com.gammareplay.replay.sweep;

import com.gammareplay.model.Session;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.SessionRules;
import com.gammareplay.replay.sweep.WalkForward.Window;
import java.util.List;

/** The windows of a walk-forward test over the sessions that the base trades, as far as dates tell. */
public final class WindowPlan {

    private WindowPlan() {}

    /** The windows of a sweep; none if it has no such test. */
    public static List<Window> windows(SweepRequest sweep, List<Session> sessions) {
        var walkForward = sweep.walkForward();
        return walkForward == null ? List.of() : walkForward.windows(traded(sweep.base(), sessions));
    }

    /** Known before anything is read, so that a request can be checked when it comes. */
    public static List<Session> traded(ReplayRequest base, List<Session> sessions) {
        var rules = new SessionRules(TypedParameters.of(base.parameters()), base.requireCoverage());
        return sessions.stream().filter(rules::mayTrade).toList();
    }
}
