package com.gammareplay.performance;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.Session;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ExecutionHarness;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions that are open already, to be traded on one thread: the loop over their ticks and nothing else. */
final class TickLoop implements AutoCloseable {

    private static final TradingListener SILENT = new TradingListener() {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}
    };

    private final ReplayRequest request;
    private final Recording recording;
    private final Map<Session, RecordedSession> sessions = new LinkedHashMap<>();

    /** Opens sessions of a recording, which is closed with the loop. */
    TickLoop(ReplayRequest request, Recording recording, List<Session> wanted) {
        this.request = request;
        this.recording = recording;
        wanted.forEach(session -> sessions.put(session, recording.open(session, request.indices())));
    }

    void run() {
        var rules = TradingRules.of(TypedParameters.of(request.parameters()));
        var harness = new ExecutionHarness(request.indices(), request.startingBalance(), rules, SILENT, () -> false);
        sessions.forEach((session, market) -> harness.trade(session, market.fork(), _ -> {}));
    }

    @Override
    public void close() {
        recording.close();
    }
}
