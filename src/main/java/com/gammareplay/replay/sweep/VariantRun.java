package com.gammareplay.replay.sweep;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.replay.ExecutionHarness;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.RunNeeds;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.replay.SessionRules;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.util.function.BooleanSupplier;

/** One set of parameters on its way through the sessions; used by one thread at a time. */
final class VariantRun {

    private static final TradingListener SILENT = new TradingListener() {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}
    };

    private final StrategyParameters parameters;
    private final SessionRules rules;
    private final ExecutionHarness harness;

    VariantRun(ReplayRequest request, long startingBalance, BooleanSupplier cancelled) {
        parameters = StrategyParameters.of(request.parameters());
        rules = new SessionRules(parameters, request.requireCoverage());
        harness = new ExecutionHarness(
                request.indices(), startingBalance, TradingRules.withoutEvidence(parameters), SILENT, cancelled);
    }

    boolean needsChains() {
        return RunNeeds.chains(parameters);
    }

    /** Whether a session may be traded, going by its date. */
    boolean wants(Session session) {
        return rules.mayTrade(session);
    }

    /** Replays a session that may be traded, unless its data forbids it. */
    void replay(Session session, RecordedSession market) {
        var ticks = new TickSchedule(session, parameters.schedule().step());
        if (wants(session) && rules.byData(market, ticks) == Status.TRADED) {
            harness.trade(session, market.fork(), _ -> {});
        }
    }

    Ledger ledger() {
        return harness.ledger();
    }
}
