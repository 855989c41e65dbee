package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ExecutionHarness;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayedSessions;
import com.gammareplay.replay.RunNeeds;
import com.gammareplay.replay.SessionResult;
import com.gammareplay.replay.SessionRules;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One combination on its way through the sessions; used by one thread at a time. */
final class CombinationReplay {

    private static final TradingListener SILENT = new TradingListener() {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}
    };

    private final SessionRules rules;
    private final ExecutionHarness harness;
    private final ReplayedSessions replayed;

    CombinationReplay(ReplayRequest request, long startingBalance, BooleanSupplier cancelled) {
        var parameters = TypedParameters.of(request.parameters());
        rules = new SessionRules(parameters, request.requireCoverage());
        harness = new ExecutionHarness(
                request.indices(), startingBalance, TradingRules.withoutEvidence(parameters), SILENT, cancelled);
        replayed = new ReplayedSessions(harness, rules);
    }

    boolean needsChains() {
        return RunNeeds.chains(rules.parameters());
    }

    /** Whether a session may be traded, going by its date. */
    boolean wants(Session session) {
        return rules.mayTrade(session);
    }

    /** Replays a session, unless its date or its data forbids it. */
    void replay(Session session, RecordedSession market) {
        if (wants(session)) {
            replayed.replay(session, market.fork(), _ -> {});
        } else {
            replayed.leaveOut(session);
        }
    }

    /** Passes over a session that no combination wants. */
    void leaveOut(Session session) {
        replayed.leaveOut(session);
    }

    List<SessionResult> sessions() {
        return replayed.list();
    }

    Ledger ledger() {
        return harness.ledger();
    }
}
