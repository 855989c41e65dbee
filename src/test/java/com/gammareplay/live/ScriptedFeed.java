package com.gammareplay.live;

import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A market whose answers take as long as a script says, or fail as it says; it notes down what it was asked. */
final class ScriptedFeed implements MarketFeed {

    private final MarketFeed market;
    private final VirtualTime time;
    private final Script script;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, Long> leftOut = new TreeMap<>();

    /** What was asked; contracts is empty for a whole chain. */
    record Asked(Poll.Kind kind, Index index, List<OptionContract> contracts, Instant begun, Instant until) {}

    /** How long an answer takes; may fail it. */
    @FunctionalInterface
    interface Script {
        Duration delay(Asked asked);
    }

    ScriptedFeed(MarketFeed market, VirtualTime time, Script script) {
        this.market = market;
        this.time = time;
        this.script = script;
    }

    /** Says from now on that it has left out so many. */
    void leaveOut(String what, long count) {
        leftOut.put(what, count);
    }

    @Override
    public Map<String, Long> counts() {
        return Map.copyOf(leftOut);
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public List<String> check(Session session, List<Index> indices) {
        return List.of();
    }

    @Override
    public MarketSnapshot snapshot(Session session, Index index, Instant until) {
        take(new Asked(Poll.Kind.SNAPSHOT, index, List.of(), time.now(), until));
        return market.snapshot(session, index, until);
    }

    @Override
    public QuotePass quotes(Session session, Index index, List<OptionContract> contracts, Instant until) {
        take(new Asked(Poll.Kind.QUOTES, index, contracts, time.now(), until));
        return market.quotes(session, index, contracts, until);
    }

    private void take(Asked question) {
        asked.add(question);
        time.spend(script.delay(question));
    }
}
